import type { MemoryParameters } from '../scheduling/parameters'
import { changeBy, type FlagKind } from '../session/fact-flag'
import type { DeckPack, PackedFact } from './deck-pack'

/** A flag that was set or removed on this device. */
export type DeviceFlag = {
  readonly factId: string
  readonly kind: FlagKind
  readonly on: boolean
  /** By this device's clock. */
  readonly at: number
  /** The server's time when it saved the flag; 0: not yet. */
  readonly savedAt: number
}

/**
 * Applies the flags that the packs do not contain yet. A flag that was saved before its pack was made is skipped: the pack may
 * have a later one from another device. The last flag of a fact and kind decides.
 */
export function applyFlags(packs: readonly DeckPack[], flags: readonly DeviceFlag[]): readonly DeckPack[] {
  const ordered = [...flags].sort((a, b) => a.at - b.at)
  return packs.map((pack) => {
    const news = ordered.filter(({ savedAt }) => savedAt === 0 || savedAt > pack.madeAt)
    if (news.length === 0) return pack
    const facts = pack.facts.map((fact) =>
      news
        .filter(({ factId }) => factId === fact.factId)
        .reduce((before, flag) => withFlag(before, flag, pack.parameters), fact),
    )
    return { ...pack, facts }
  })
}

function withFlag(fact: PackedFact, { kind, on, at }: DeviceFlag, parameters: MemoryParameters): PackedFact {
  const {
    starred = fact.card.starred,
    suspended = fact.suspended,
    ...change
  } = changeBy({ kind, on, at: new Date(at) }, parameters)
  const { buriedUntil } = change
  const until = buriedUntil === undefined ? fact.buriedUntil : (buriedUntil?.getTime() ?? null)
  return { ...fact, card: { ...fact.card, starred }, suspended, buriedUntil: until }
}

/** Suspended or buried at this time: studied only if asked for by its id. */
export function isSuspendedOrBuried(
  { suspended, buriedUntil }: Pick<PackedFact, 'suspended' | 'buriedUntil'>,
  now: Date,
): boolean {
  return suspended || (buriedUntil ?? 0) > now.getTime()
}
