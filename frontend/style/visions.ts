// How colours look to people who do not see them as most do.
export type Rgb = [number, number, number];

/** How others see linear colours: Viénot, Brettel and Mollon (1999) for red and green, Brettel's plane for blue. */
export const VISIONS: Readonly<Record<string, readonly Rgb[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  deuteranopia: [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
  tritanopia: [
    [1, 0.1462, -0.1462],
    [0, 0.8544, 0.1456],
    [0, 0.8544, 0.1456],
  ],
};
