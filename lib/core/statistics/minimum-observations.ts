/** Fewer observations than this leave a share so uncertain that it says nothing (95 % interval of 5 in 10: 24 to 76 %). */
const ENOUGH_OBSERVATIONS = 10

/** Whether a share, a mean or a median of so many independent observations may be shown; below, say "too early to tell". */
export function hasEnoughObservations(observations: number): boolean {
  return observations >= ENOUGH_OBSERVATIONS
}
