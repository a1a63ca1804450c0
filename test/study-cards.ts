import { type DeckPack, type PackedFact, packMemory } from '@/lib/core/memory/offline-pack/deck-pack'
import type { Memory } from '@/lib/core/memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { outlookOf } from '@/lib/core/memory/session/card-schedule'
import type { Interval } from '@/lib/core/memory/session/interval'
import type { StudyCard } from '@/lib/core/memory/session/study-card'

const minutes = (count: number): Interval => ({ unit: 'minutes', count })
export const days = (count: number): Interval => ({ unit: 'days', count })

/** A card as it reaches the browser. */
export function aCard(given: Partial<StudyCard> = {}): StudyCard {
  const factId = given.factId ?? 'f'
  const dueStatus = given.dueStatus ?? 'new'
  return {
    ...{
      deckId: 'd',
      factId,
      itemId: `i-${factId}`,
      revisionId: `r-${factId}`,
      siblings: given.factId ?? 'f',
      language: 'eng',
    },
    ...{
      rung: 'card',
      wanted: dueStatus === 'new' ? 'choice' : 'card',
      faces: {},
      label: null,
      options: null,
      words: null,
    },
    ...{ front: `front of ${factId}`, back: ['back'], accepted: [[]], evidence: null },
    grading: { asNumber: false, elsewhere: '' },
    ...{
      dueStatus,
      mastery: dueStatus === 'new' ? 0 : 2,
      lastSeenDays: dueStatus === 'new' ? null : 6,
      starred: false,
      lapses: 0,
    },
    intervals: { again: minutes(10), hard: days(2), good: dueStatus === 'new' ? minutes(10) : days(5), easy: days(12) },
    stepped: { good: { again: minutes(1), hard: minutes(10), good: days(3), easy: days(9) } },
    counts: true,
    ...given,
  }
}

/** Noon of a Wednesday, UTC. */
export const PACKED_AT = Date.UTC(2026, 5, 3, 12)

/** A fact as a device keeps it. */
export function aPackedFact(
  factId: string,
  memory: Memory = { kind: 'new' },
  given: Partial<PackedFact> = {},
): PackedFact {
  const outlook = outlookOf({ kind: 'new' }, 'new', new Date(PACKED_AT), DEFAULT_PARAMETERS, factId)
  const card = aCard({ factId, ...outlook })
  const annotations = { buriedUntil: null, suspended: false, tags: [], lapses: [] }
  return { factId, card, memory: packMemory(memory), ...annotations, ...given }
}

/** A deck as a device keeps it. */
export function aPack(facts: DeckPack['facts'], given: Partial<DeckPack> = {}): DeckPack {
  const limits = { new: 20, due: 200 }
  return {
    ...{ deckId: 'd', title: 'D', owner: 'me', isGuest: false, madeAt: PACKED_AT, parameters: DEFAULT_PARAMETERS },
    ...{ limits: { perDay: limits, done: [] }, annotationsEtag: '', createdAt: 0, exam: null, facts, left: 0 },
    ...given,
  }
}
