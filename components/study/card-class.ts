/** The sheet that is held, front and back. */
export const CARD = 'relative z-1 grid rounded-card bg-surface p-[clamp(1.5rem,6vw,3.25rem)] shadow-held'
