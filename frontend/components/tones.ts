// The sounds of alarms, made here: no file is loaded, and each severity is told apart with closed eyes.
export interface Tone {
  /** frequencies in hertz, one after another */
  notes: readonly number[];
  noteMs: number;
  /** from one sounding to the next while nobody has acknowledged */
  everyMs: number;
}

export const TONES: Readonly<Record<string, Tone>> = {
  critical: { notes: [880, 660, 880, 660, 880], noteMs: 140, everyMs: 8_000 },
  high: { notes: [740, 740, 740], noteMs: 150, everyMs: 15_000 },
  warning: { notes: [523, 659], noteMs: 180, everyMs: 30_000 },
  info: { notes: [440], noteMs: 200, everyMs: 60_000 },
};

/** Worst first. */
export const SEVERITIES = ['critical', 'high', 'warning', 'info'] as const;

/** What sounds now, of what nobody has acknowledged: the worst severity that is to be heard. */
export function worstHeard(counts: readonly number[], heard: readonly string[]): string {
  return SEVERITIES.find((severity, index) => (counts[index] ?? 0) > 0 && heard.includes(severity)) ?? '';
}

/** Plays a tone; the volume goes from 0 to 100. */
export function play(context: AudioContext, tone: Tone, volume: number): void {
  tone.notes.forEach((frequency, index) => {
    const from = context.currentTime + (index * tone.noteMs) / 1000;
    const until = from + tone.noteMs / 1000;
    const gain = context.createGain();
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime((volume / 100) * 0.5, from + 0.015);
    gain.gain.setValueAtTime((volume / 100) * 0.5, until - 0.03);
    gain.gain.linearRampToValueAtTime(0, until);
    const oscillator = context.createOscillator();
    oscillator.type = 'triangle';
    oscillator.frequency.value = frequency;
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(from);
    oscillator.stop(until);
  });
}
