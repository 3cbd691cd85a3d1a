import { css } from 'lit';

/** The look of the map. */
export const worldMapStyle = css`
  :host {
    display: block;
    position: relative;
    min-block-size: 0;
  }
  svg {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  /* Painted by itself: a mark that changes need not paint the continents again. */
  .world {
    will-change: transform;
  }
  .land {
    fill: var(--goc-map-land);
  }
  .night {
    fill: var(--goc-map-night);
  }
  .borders {
    fill: none;
    stroke: var(--goc-map-border);
    stroke-width: 0.5;
  }
  .graticule {
    fill: none;
    stroke: var(--goc-map-grid);
    stroke-width: 0.4;
  }
  .link {
    fill: none;
    stroke: var(--goc-map-link);
    stroke-width: 0.8;
    pointer-events: none;
  }
  .link.degraded {
    stroke: var(--goc-degraded);
    stroke-width: 1.4;
    stroke-dasharray: 6 3;
  }
  .link.critical {
    stroke: var(--goc-critical);
    stroke-width: 1.8;
    stroke-dasharray: 2 3;
  }
  .link.unknown {
    stroke-dasharray: 1 4;
  }
  .link.near {
    stroke: var(--goc-text);
  }
  .rtt {
    fill: var(--goc-text-secondary);
    font-size: 10px;
    font-variant-numeric: tabular-nums;
    text-anchor: middle;
    paint-order: stroke;
    stroke: var(--goc-background);
    stroke-width: 3px;
    pointer-events: none;
  }
  .mark {
    cursor: pointer;
    outline: none;
  }
  .mark .shape {
    stroke: var(--goc-surface);
    stroke-width: 0.8;
  }
  .mark .hit {
    fill: transparent;
  }
  .mark:focus-visible .shape,
  .mark:hover .shape {
    stroke: var(--goc-text);
    stroke-width: 1.6;
  }
  .ok .shape {
    fill: var(--goc-ok);
  }
  .degraded .shape {
    fill: var(--goc-degraded);
  }
  .critical .shape {
    fill: var(--goc-critical);
  }
  .maintenance .shape {
    fill: var(--goc-maintenance);
  }
  .unknown .shape {
    fill: var(--goc-surface);
    stroke: var(--goc-unknown);
    stroke-width: 1.6;
  }
  .label {
    fill: var(--goc-text);
    font-size: 11px;
    font-weight: 600;
    paint-order: stroke;
    stroke: var(--goc-background);
    stroke-width: 3px;
    pointer-events: none;
  }
  /* Only what the compositor can move alone: the page's thread has better things to do. */
  .pulse {
    position: absolute;
    inline-size: 40px;
    block-size: 40px;
    margin: -20px;
    border: 2px solid var(--goc-critical);
    border-radius: 50%;
    box-sizing: border-box;
    pointer-events: none;
    will-change: transform, opacity;
    animation: pulse 1.8s ease-out infinite;
  }
  @keyframes pulse {
    from {
      transform: scale(0.3);
      opacity: 0.9;
    }
    to {
      transform: scale(1);
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .pulse {
      animation: none;
      transform: scale(0.55);
      opacity: 0.7;
    }
  }
  .tip {
    position: absolute;
    pointer-events: none;
    transform: translate(-50%, -140%);
    background: var(--goc-raised);
    border: 1px solid var(--goc-line);
    border-radius: var(--goc-radius);
    padding: 4px 8px;
    white-space: nowrap;
    box-shadow: 0 4px 16px rgb(0 0 0 / 35%);
  }
  .tip small {
    color: var(--goc-text-secondary);
  }
`;
