import { type DeckPack, type PackedFact, packMemory } from '@/lib/core/memory/offline-pack/deck-pack'
import type { Memory } from '@/lib/core/memory/scheduling/memory'
import { DEFAULT_PARAMETERS } from '@/lib/core/memory/scheduling/parameters'
import { outlookOf } from '@/lib/core/memory/session/card-schedule'
import { aCard } from './a-card'

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
  const laid = { buriedUntil: null, suspended: false, tags: [], slips: [] }
  return { factId, card, memory: packMemory(memory), ...laid, ...given }
}

/** A deck as a device keeps it. */
export function aPack(facts: DeckPack['facts'], given: Partial<DeckPack> = {}): DeckPack {
  const limits = { new: 20, due: 200 }
  return {
    ...{ deckId: 'd', title: 'D', owner: 'me', isGuest: false, madeAt: PACKED_AT, parameters: DEFAULT_PARAMETERS },
    ...{ limits: { perDay: limits, done: [] }, laid: '', createdAt: 0, exam: null, facts, left: 0 },
    ...given,
  }
}
