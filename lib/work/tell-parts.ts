import type { DocumentFormat } from '../core/document/document'
import type { Fact } from '../core/fact/fact'
import { ENGINE_VERSION } from '../core/finder/engine-version'
import type { Generated, Item } from '../core/item/item'
import type { News, Rest } from './job'

type Part = { readonly facts: readonly Fact[]; readonly items: readonly Item[] }
type Held = Part & { readonly document: Generated['document']; readonly readTo: number }

/**
 * Tells the parts of a document as they are made, always one behind: only when more of the text follows is a part told.
 * So a document of one part is told in one piece, as if there were no parts, and the last part comes with the rest.
 */
export function createParts(format: DocumentFormat, tell: (news: News) => void) {
  const [facts, items] = [createShelf<Fact>(), createShelf<Item>()]
  let begun = false
  let blocksRead = 0
  let held: Held | null = null

  const pass = () => {
    if (!held) return
    const { document, readTo } = held
    if (!begun) tell({ kind: 'begun', begun: { document, engine: ENGINE_VERSION, format } })
    begun = true
    const placedFacts = facts.place(held.facts).map(({ made, position }) => ({ fact: made, position }))
    const placedItems = items.place(held.items).map(({ made, position }) => ({ item: made, position }))
    tell({ kind: 'part', part: { facts: placedFacts, items: placedItems, readTo } })
    held = null
  }

  return {
    take({ facts, items }: Part, document: Generated['document']): void {
      pass()
      held = { facts, items, document, readTo: document.blocks[blocksRead - 1]?.span.end ?? 0 }
    },
    goOn({ done, total }: { done: number; total: number }): void {
      if (done < total) pass()
      blocksRead = done
    },
    /** What the whole adds to what was told; null when nothing was told. */
    restOf(generated: Generated): Rest | null {
      if (!begun) return null
      return {
        facts: facts.rest(generated.facts).map(({ made, position }) => ({ fact: made, position })),
        items: items.rest(generated.items).map(({ made, position }) => ({ item: made, position })),
        gone: { facts: facts.gone(generated.facts), items: items.gone(generated.items) },
        refused: generated.refused,
      }
    },
  }
}

type Placed<T> = { readonly made: T; readonly position: number }

// Room for what the end puts in between, so that it does not move all that comes after.
const GAP = 1_000

/** Remembers what was told, and at which place. */
function createShelf<T extends { readonly id: string }>() {
  const told = new Map<string, { readonly words: string; readonly position: number }>()
  let last = -GAP

  const place = (some: readonly T[]): Placed<T>[] =>
    some.map((made) => {
      const position = told.get(made.id)?.position ?? last + GAP
      last = Math.max(last, position)
      told.set(made.id, { words: JSON.stringify(made), position })
      return { made, position }
    })

  /** Places only rise: one keeps its place unless what is new before it needs it. */
  const rest = (whole: readonly T[]): Placed<T>[] => {
    let place = -1
    return whole.flatMap((made) => {
      const before = told.get(made.id)
      const position = Math.max(place + 1, before?.position ?? place + 1)
      place = position
      const isTold = before?.position === position && before.words === JSON.stringify(made)
      return isTold ? [] : [{ made, position }]
    })
  }

  const gone = (whole: readonly T[]): string[] => {
    const kept = new Set(whole.map(({ id }) => id))
    return [...told.keys()].filter((id) => !kept.has(id))
  }

  return { place, rest, gone }
}
