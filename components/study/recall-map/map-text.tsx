import { clsx } from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { MapBlock, MapUnit, ReadMap } from '@/lib/core/statistics/recall-map'
import { studyAddress } from '../study-query'
import { studyableFacts } from './chosen-unit'

const TINTS = {
  0: 'text-ink-muted underline decoration-edge decoration-dotted decoration-[1.5px] underline-offset-[0.32em]',
  1: 'bg-recall-1',
  2: 'bg-recall-2',
  3: 'bg-recall-3',
  4: 'bg-recall-4',
} as const

/** The document itself, each sentence that states a fact shaded by predicted recall and a link to its facts. */
export function MapText({ deckId, map, chosen }: { deckId: string; map: ReadMap; chosen: MapUnit | null }) {
  const t = useTranslations('deck.text')
  const top = Math.min(...map.blocks.map((block) => (block.kind === 'heading' ? block.level : 9)))
  return (
    <section aria-label={t('name')} lang={langOf(map.language)} className="min-w-0 wrap-anywhere">
      {map.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks never move; two may hold the same words.
        <Block key={index} block={block} top={top} chosen={chosen} deckId={deckId} />
      ))}
    </section>
  )
}

const SERIF = 'document-text max-sm:text-[1.0625rem]'

type Place = { chosen: MapUnit | null; deckId: string }

function Block({ block, top, ...place }: Place & { block: MapBlock; top: number }) {
  if (block.kind === 'heading') {
    const isTop = block.level <= top
    const Heading = isTop ? 'h2' : 'h3'
    return <Heading className={clsx('mt-8 mb-3 first:mt-0', isTop && 'text-lead')}>{block.text}</Heading>
  }
  if (block.kind === 'table') {
    return (
      <table className={`${SERIF} my-4 w-full`}>
        <tbody>
          {block.rows.map((row) => (
            <tr key={row[0]?.start} className="border-t">
              {row.map((unit) => (
                <td key={unit.start} className="py-1 pe-4 align-top">
                  <Unit unit={unit} {...place} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    )
  }
  if (block.kind === 'paragraph') {
    return (
      <p className={`${SERIF} mb-4 leading-[1.9]!`}>
        {block.units.map((unit) => (
          <span key={unit.start}>
            <Unit unit={unit} {...place} />{' '}
          </span>
        ))}
      </p>
    )
  }
  const List = block.ordered ? 'ol' : 'ul'
  return (
    <List className={clsx(SERIF, 'mb-4 ps-[1.4em] leading-[1.9]!', block.ordered ? 'list-decimal' : 'list-disc')}>
      {block.units.map((unit) => (
        <li key={unit.start} className="marker:text-ink-muted">
          <Unit unit={unit} {...place} />
        </li>
      ))}
    </List>
  )
}

function Unit({ unit, chosen, deckId }: Place & { unit: MapUnit }) {
  // It proves nothing, but a search may lead to it.
  if (unit.number === null) return <span id={`at-${unit.start}`}>{unit.text}</span>
  const isChosen = unit.number === chosen?.number
  return (
    <>
      <UnitWithFacts unit={unit} isChosen={isChosen} />
      {isChosen ? <StudyNext deckId={deckId} unit={unit} /> : null}
    </>
  )
}

/** The way to study stands beside the text, behind all that is left of it; a hand with keys finds it here. */
function StudyNext({ deckId, unit }: { deckId: string; unit: MapUnit }) {
  const t = useTranslations('deck.text')
  const asked = studyableFacts(unit)
  if (asked.length === 0) return null
  return (
    <Link
      href={studyAddress({ deckId, factIds: asked })}
      className="ms-2 rounded-control bg-ink px-3 py-1 font-app text-label text-paper no-underline not-focus:sr-only"
    >
      {t('studyThese', { count: asked.length })}
    </Link>
  )
}

function UnitWithFacts({ unit, isChosen }: { unit: MapUnit; isChosen: boolean }) {
  const t = useTranslations('deck.text')
  return (
    <Link
      id={`at-${unit.start}`}
      href={`?sentence=${unit.number}#at-${unit.start}`}
      replace
      scroll={false}
      aria-current={isChosen ? 'true' : undefined}
      className={clsx(
        'rounded-mark box-decoration-clone px-[0.22em] py-[0.1em] -mx-[0.1em] hover:shadow-[0_0_0_1.5px_var(--edge)]',
        TINTS[unit.shade],
        // The ground alone would tell a link from the words around it by colour only.
        unit.shade > 0 && !isChosen && 'underline',
        isChosen &&
          'underline decoration-ink! decoration-2! decoration-solid! underline-offset-[0.26em]! [text-decoration-skip-ink:none]',
      )}
    >
      {unit.text}
      <sup
        className={clsx(
          'ms-[0.3em] font-app text-[0.625em] leading-none font-[500] tabular-nums',
          unit.shade === 0 ? 'text-ink-muted' : 'text-ink',
        )}
      >
        {unit.shade === 0
          ? t('new')
          : t.rich(unit.failed ? 'percentFailed' : 'percent', {
              percent: unit.percent,
              ...unit.failed,
              away: (chunks) => <span className="sr-only">{chunks}</span>,
            })}
      </sup>
    </Link>
  )
}

/** BCP 47 knows `en` where documents carry ISO 639-3; an unknown one is left to the page's. */
function langOf(language: string): string | undefined {
  return language === 'und' ? undefined : (Intl.getCanonicalLocales(language)[0] ?? undefined)
}
