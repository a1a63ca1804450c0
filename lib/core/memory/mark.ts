/** What a learner can lay on a fact from its card. A buried one rests until the next study day, a suspended one until it is taken up again. */
export const MARKS = ['star', 'bury', 'suspend'] as const
export type MarkKind = (typeof MARKS)[number]
