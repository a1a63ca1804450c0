import type { Interval } from '@/lib/core/memory/session/interval'
import type { StudyCard } from '@/lib/core/memory/session/study-card'

const minutes = (count: number): Interval => ({ unit: 'minutes', count })
export const days = (count: number): Interval => ({ unit: 'days', count })

/** A card as it reaches the browser. */
export function aCard(given: Partial<StudyCard> = {}): StudyCard {
  const factId = given.factId ?? 'f'
  const pile = given.pile ?? 'new'
  return {
    ...{
      deckId: 'd',
      factId,
      itemId: `i-${factId}`,
      revisionId: `r-${factId}`,
      siblings: given.factId ?? 'f',
      language: 'eng',
    },
    ...{ rung: 'card', wanted: pile === 'new' ? 'choice' : 'card', faces: {}, label: null, options: null, words: null },
    ...{ front: `front of ${factId}`, back: ['back'], accepted: [[]], evidence: null },
    grading: { asNumber: false, elsewhere: '' },
    ...{ pile, mastery: pile === 'new' ? 0 : 2, lastSeenDays: pile === 'new' ? null : 6, starred: false, lapses: 0 },
    intervals: { again: minutes(10), hard: days(2), good: pile === 'new' ? minutes(10) : days(5), easy: days(12) },
    stepped: { good: { again: minutes(1), hard: minutes(10), good: days(3), easy: days(9) } },
    counts: true,
    ...given,
  }
}
