/** Stands in a stem where the answer was left out. */
export const GAP = '_____'
