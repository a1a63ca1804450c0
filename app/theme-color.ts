/** The colour of paper in app/tokens.css as a browser's own bars can read it; scripts/draw-icons.mjs prints both. */
export const THEME_COLOR = { light: '#f8f3e9', dark: '#16192f' } as const
