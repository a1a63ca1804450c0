import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import type { FlagKind } from '@/lib/core/memory/session/fact-flag'
import type { FlaggedFact } from '@/lib/data/memories/flag-facts'
import { removeFlag } from './actions'

type Props = { deckId: string; facts: readonly FlaggedFact[] }

/** Suspended, buried and starred facts, each with a button that removes the flag. */
export async function FlaggedFacts({ deckId, facts }: Props) {
  const t = await getTranslations('deck.flagged')
  const rows = facts.flatMap((fact) => flagsOf(fact).map((kind) => ({ ...fact, kind })))
  const rowsWith = (kind: FlagKind) => rows.filter((row) => row.kind === kind)
  const lists = (['suspend', 'bury', 'star'] as const).filter((kind) => rowsWith(kind).length > 0)
  return (
    <section aria-labelledby="flagged" className="grid gap-4 border-t pt-6">
      <h2 id="flagged" className="text-lead">
        {t('title')}
      </h2>
      {lists.map((kind) => (
        <div key={kind}>
          <h3 className="text-label font-[500] text-ink-muted">{t(`list.${kind}`)}</h3>
          <ul className="mt-1">
            {rowsWith(kind).map(({ factId, statement }) => (
              <li key={factId} className="grid grid-cols-[1fr_auto] items-center gap-4 border-t py-1 text-label">
                <span className="leading-[1.45] wrap-anywhere">{statement}</span>
                <form action={removeFlag}>
                  <input type="hidden" name="deckId" value={deckId} />
                  <input type="hidden" name="factId" value={factId} />
                  <input type="hidden" name="kind" value={kind} />
                  <button type="submit" className={buttonClass('bare', 'slim')}>
                    {t(`off.${kind}`)} <span className="sr-only">{statement}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}

function flagsOf({ starred, suspended, buried }: FlaggedFact): readonly FlagKind[] {
  const isSet = { suspend: suspended, bury: buried, star: starred }
  return (['suspend', 'bury', 'star'] as const).filter((kind) => isSet[kind])
}
