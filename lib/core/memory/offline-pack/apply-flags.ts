import type { MemoryParameters } from '../scheduling/parameters'
import { changeBy, type FlagKind } from '../session/flag'
import type { DeckPack, PackedFact } from './deck-pack'

/** A flag that was laid or taken off on this device. */
export type DeviceFlag = {
  readonly factId: string
  readonly kind: FlagKind
  readonly on: boolean
  /** By this device's clock. */
  readonly at: number
  /** The server's clock when it had it; 0: not yet. */
  readonly savedAt: number
}

/**
 * Packs as they would be, had they been made after these flags were laid. What a pack knows already it has from the server,
 * and perhaps what another device has done since. Of each fact and kind the last flag stands, so none needs to be told twice.
 */
export function applyFlags(packs: readonly DeckPack[], flags: readonly DeviceFlag[]): readonly DeckPack[] {
  const ordered = [...flags].sort((one, other) => one.at - other.at)
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

/** Out of study at this time: it comes only where it is named. */
export function isSetAside(
  { suspended, buriedUntil }: Pick<PackedFact, 'suspended' | 'buriedUntil'>,
  now: Date,
): boolean {
  return suspended || (buriedUntil ?? 0) > now.getTime()
}
