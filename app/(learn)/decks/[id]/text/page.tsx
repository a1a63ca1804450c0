import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MapSummary, MapTable } from '@/components/study/recall-map/map-figures'
import { ChosenUnit, MapText } from '@/components/study/recall-map/map-text'
import { studyAddress } from '@/components/study/study-address'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import type { DeckId } from '@/lib/core/ids'
import { type MapBlock, type MapUnit, partsOfMap, unitsOf } from '@/lib/core/statistics/recall-map'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { readRecallMap } from '@/lib/data/progress/read-recall-map'
import { NothingYet } from '../nothing-yet'
import { openContents, openDeck } from '../open-deck'

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
  if (deck?.isByHand) return <NoText deckId={deck.id} />
  const map = deck ? await readRecallMap(viewer, deck.id, new Date()) : null
  if (!deck || !map) notFound()
  const parts = partsOfMap(map.blocks)
  const { part, chosen } = choose(parts, await searchParams)
  const blocks = parts[part] ?? []
  const units = blocks.flatMap(unitsOf).filter(({ number }) => number !== null)
  const t = await getTranslations('deck.text')
  return (
    <>
      <div className="grid gap-x-16 gap-y-8 pt-8 pb-12 lg:grid-cols-[minmax(0,40rem)_minmax(15rem,1fr)]">
        <div className="grid min-w-0 content-start gap-6">
          <MapText deckId={deck.id} map={{ ...map, blocks }} chosen={chosen} />
          <TextParts parts={parts.map(nameOfPart)} current={part} />
        </div>
        <aside aria-label={t('recall')} className="contents lg:sticky lg:top-6 lg:grid lg:gap-8 lg:self-start">
          {map.facts > 0 ? <MapSummary map={map} /> : <Unasked deck={deck} />}
          <div aria-live="polite" className="max-lg:sticky max-lg:bottom-0">
            {map.facts > 0 ? <ChosenUnit deckId={deck.id} unit={chosen} closeHref={`?part=${part + 1}`} /> : null}
          </div>
        </aside>
      </div>
      {units.length > 0 ? <MapTable units={units} /> : null}
    </>
  )
}

/** No tab leads here; an address may. */
async function NoText({ deckId }: { deckId: DeckId }) {
  const [t, contents] = await Promise.all([getTranslations('deck.text'), openContents(deckId)])
  const action = (
    <>
      {contents?.cards ? (
        <ButtonLink href={studyAddress({ deckId, factIds: null })}>{t('byHandStudy')}</ButtonLink>
      ) : null}
      <ButtonLink href={`/decks/${deckId}/items`}>{t('byHandItems')}</ButtonLink>
    </>
  )
  return (
    <div className="py-8">
      <EmptyState title={t('byHand')} action={action}>
        {t('byHandBody')}
      </EmptyState>
    </div>
  )
}

/** Links to the parts of a long text, each by its first heading. */
async function TextParts({ parts, current }: { parts: readonly string[]; current: number }) {
  const t = await getTranslations('deck.text')
  if (parts.length === 1) return null
  const link = (part: number, label: 'partBefore' | 'partAfter') =>
    parts[part] === undefined ? null : <ButtonLink href={`?part=${part + 1}`}>{t(label)}</ButtonLink>
  return (
    <nav aria-label={t('parts')} className="grid gap-3 border-t pt-5">
      <div className="flex flex-wrap items-center gap-3">
        {link(current - 1, 'partBefore')}
        {link(current + 1, 'partAfter')}
        <span className="text-label text-ink-muted">{t('partOf', { part: current + 1, parts: parts.length })}</span>
      </div>
      <Disclosure summary={t('allParts')}>
        <ol className="mt-2 grid gap-x-6 sm:grid-cols-2">
          {parts.map((name, part) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place.
            <li key={part}>
              <Link
                href={`?part=${part + 1}`}
                aria-current={part === current ? 'true' : undefined}
                className="inline-flex min-h-11 items-center text-label underline wrap-anywhere aria-[current]:font-semibold"
              >
                {name === '' ? t('part', { part: part + 1 }) : name}
              </Link>
            </li>
          ))}
        </ol>
      </Disclosure>
    </nav>
  )
}

function nameOfPart(blocks: readonly MapBlock[]): string {
  const heading = blocks.find(({ kind }) => kind === 'heading')
  return heading?.kind === 'heading' ? heading.text : (blocks.flatMap(unitsOf)[0]?.heading ?? '')
}

/** Shown if no fact of the text is asked yet. */
async function Unasked({ deck }: { deck: DeckHead }) {
  const contents = await openContents(deck.id)
  return (
    <div className="max-lg:order-first">
      <NothingYet deck={deck} unacceptedItems={contents?.unacceptedItems ?? { kind: 'none' }} />
    </div>
  )
}

/**
 * `sentence=N` counts the sentences that state a fact; `at=N` is a place in the document, as evidence links to it; `part=N`
 * counts the parts of a long text.
 */
function choose(
  parts: readonly (readonly MapBlock[])[],
  query: Record<string, string | string[] | undefined>,
): { part: number; chosen: MapUnit | null } {
  const at = Number(query.at)
  const isChosen = ({ number, start, text }: MapUnit) =>
    number !== null && String(number) === query.sentence
      ? true
      : query.at !== undefined && query.sentence === undefined && start <= at && at < start + text.length
  for (const [part, blocks] of parts.entries()) {
    const unit = blocks.flatMap(unitsOf).find(isChosen)
    // A sentence without facts is shown, but nothing can be said of it.
    if (unit) return { part, chosen: unit.number === null ? null : unit }
  }
  const part = Math.trunc(Number(query.part)) - 1
  return { part: part > 0 && part < parts.length ? part : 0, chosen: null }
}
