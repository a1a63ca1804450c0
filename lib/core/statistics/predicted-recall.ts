/** The shades of the map: 0 not seen, then predicted recall under 50, 50 to 69, 70 to 89, 90 and up (in percent). */
export type RecallShade = 0 | 1 | 2 | 3 | 4

const SHADE_FROM_PERCENT = [90, 70, 50] as const

/**
 * Whether a number of recall counts a fact: cards ask it, or it was answered in a quiz. What only quizzes ask, and none has asked yet,
 * would hold the number down however much is studied.
 */
export const countsForRecall = ({
  hasCard,
  isSeen,
}: {
  readonly hasCard: boolean
  readonly isSeen: boolean
}): boolean => hasCard || isSeen

/** Mean of chances of recall (0 to 1), facts never seen or failed last counting as 0: what would come back if all were asked. */
export function meanRecall(chances: readonly number[]): number {
  return chances.length === 0 ? 0 : chances.reduce((sum, chance) => sum + chance, 0) / chances.length
}

export function percent(chance: number): number {
  return Math.round(chance * 100)
}

/** The shade says the same as the number beside it, so it is taken from the rounded percent. */
export function shadeOf(chances: readonly number[], isSeen: boolean): RecallShade {
  if (!isSeen) return 0
  const shown = percent(meanRecall(chances))
  const place = SHADE_FROM_PERCENT.findIndex((from) => shown >= from)
  return place === -1 ? 1 : ((4 - place) as RecallShade)
}
