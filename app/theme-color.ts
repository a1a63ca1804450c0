/** The colour `--paper` of app/tokens.css for the browser's own bars; scripts/draw-icons.mjs prints both. */
export const THEME_COLOR = { light: '#f8f3e9', dark: '#16192f' } as const
