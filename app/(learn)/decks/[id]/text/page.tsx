import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MapSummary, MapTable } from '@/components/study/recall-map/map-figures'
import { ChosenUnit, MapText } from '@/components/study/recall-map/map-text'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { MapUnit, ReadMap } from '@/lib/core/statistics/recall-map'
import { readRecallMap } from '@/lib/data/progress/read-recall-map'
import { openDeck } from '../open-deck'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ deck }, t] = await Promise.all([openDeck((await params).id), getTranslations('deck.text')])
  return deck ? { title: `${t('title')} · ${deck.title}` } : {}
}

export default async function TextTab({ params, searchParams }: Props) {
  const { deck, viewer } = await openDeck((await params).id)
  const map = deck ? await readRecallMap(viewer, deck.id, new Date()) : null
  if (!deck || !map) notFound()
  const units = unitsOf(map)
  const chosen = choose(units, await searchParams)
  const t = await getTranslations('deck.text')
  return (
    <>
      <div className="grid gap-x-16 gap-y-8 pt-8 pb-12 lg:grid-cols-[minmax(0,40rem)_minmax(15rem,1fr)]">
        <MapText deckId={deck.id} map={map} chosen={chosen} />
        <aside aria-label={t('recall')} className="contents lg:sticky lg:top-6 lg:grid lg:gap-8 lg:self-start">
          {map.facts > 0 ? <MapSummary map={map} /> : <Unasked deckId={deck.id} />}
          <div aria-live="polite" className="max-lg:sticky max-lg:bottom-0">
            {map.facts > 0 ? <ChosenUnit deckId={deck.id} unit={chosen} /> : null}
          </div>
        </aside>
      </div>
      {units.length > 0 ? <MapTable units={units} /> : null}
    </>
  )
}

/** Shown if no fact of the text is asked yet. */
async function Unasked({ deckId }: { deckId: string }) {
  const t = await getTranslations('deck.text')
  const action = <ButtonLink href={`/decks/${deckId}/items`}>{t('unaskedAction')}</ButtonLink>
  return (
    <div className="max-lg:order-first">
      <EmptyState title={t('unasked')} action={action}>
        {t('unaskedBody')}
      </EmptyState>
    </div>
  )
}

/** The sentences that state a fact, in the order of the text. */
function unitsOf(map: ReadMap): readonly MapUnit[] {
  const all = map.blocks.flatMap((block): readonly MapUnit[] => {
    if (block.kind === 'heading') return []
    return block.kind === 'table' ? block.rows.flat() : block.units
  })
  return all.filter(({ number }) => number !== null)
}

/** `sentence=N` counts the sentences that state a fact; `at=N` is a place in the document, as evidence links to it. */
function choose(units: readonly MapUnit[], query: Record<string, string | string[] | undefined>): MapUnit | null {
  const byNumber = units.find(({ number }) => String(number) === query.sentence)
  if (byNumber) return byNumber
  const at = Number(query.at)
  return query.at ? (units.find(({ start, text }) => start <= at && at < start + text.length) ?? null) : null
}
