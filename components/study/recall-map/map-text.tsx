import { clsx } from 'clsx'
import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { MasterySwatch } from '@/components/ui/mastery-swatch'
import { MASTERY_NAMES, type Mastery } from '@/lib/core/memory/scheduling/memory'
import type { MapBlock, MapUnit, ReadMap } from '@/lib/core/statistics/recall-map'
import { studyAddress } from '../study-address'

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
  // It states no fact, but a search result may link to it.
  if (unit.number === null) return <span id={`at-${unit.start}`}>{unit.text}</span>
  const isChosen = unit.number === chosen?.number
  return (
    <>
      <UnitWithFacts unit={unit} isChosen={isChosen} />
      {isChosen ? <StudyNext deckId={deckId} unit={unit} /> : null}
    </>
  )
}

/** The link to study is beside the text and comes after it in the tab order, so keyboard users get a second link here. */
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
        // Without the underline, only the colour would show that this is a link.
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

/** The BCP 47 tag for an ISO 639-3 code; undefined for an unknown language, which gets that of the page. */
function langOf(language: string): string | undefined {
  return language === 'und' ? undefined : (Intl.getCanonicalLocales(language)[0] ?? undefined)
}

const TITLE_UP_TO = 60

/** The facts of the chosen sentence and a link to study them. In a narrow window it is at the foot of the screen. */
export function ChosenUnit({ deckId, unit, closeHref }: { deckId: string; unit: MapUnit | null; closeHref: string }) {
  const t = useTranslations('deck.text')
  if (!unit) return <p className="border-t pt-5 text-label text-ink-muted max-lg:hidden">{t('choose')}</p>
  const asked = studyableFacts(unit)
  const { counted } = unit
  const count = unit.facts.length
  return (
    <section
      aria-labelledby="chosen"
      className="border-t pt-5 max-lg:-mx-[var(--gutter)] max-lg:max-h-[60dvh] max-lg:overflow-y-auto max-lg:bg-paper max-lg:px-[var(--gutter)] max-lg:pb-4 max-lg:shadow-float"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id="chosen" className="text-body leading-[1.45]">
          {shortened(unit.text)}
        </h2>
        <Link
          href={closeHref}
          replace
          scroll={false}
          aria-label={t('close')}
          className="-mt-2 grid size-11 flex-none place-items-center rounded-control hover:bg-sunk lg:hidden"
        >
          <X aria-hidden="true" strokeWidth={1.75} className="size-5" />
        </Link>
      </div>
      <p className="text-label text-ink-muted">
        {unit.shade === 0 ? t('chosenNew', { count }) : null}
        {unit.failed ? t('chosenFailed', { count: counted, ...unit.failed }) : null}
        {unit.shade > 0 && !unit.failed ? t('chosen', { count: counted, percent: unit.percent }) : null}
        {unit.shade > 0 && count > counted ? ` ${t('chosenUncounted', { count: count - counted })}` : null}
      </p>
      <ul className="mt-3 mb-4">
        {unit.facts.map(({ id, statement, mastery, hasCard }) => (
          <li key={id} className="grid grid-cols-[1.25rem_1fr] gap-3 py-2 text-label leading-[1.45]">
            <span className="mt-0.5">
              <NamedPatch mastery={mastery} />
            </span>
            <span className="wrap-anywhere">
              {statement}
              {hasCard || asked.length === 0 ? null : <span className="text-ink-muted"> · {t('quizOnly')}</span>}
            </span>
          </li>
        ))}
      </ul>
      {asked.length > 0 ? (
        <ButtonLink size="slim" href={studyAddress({ deckId, factIds: asked })}>
          {t('studyThese', { count: asked.length })}
        </ButtonLink>
      ) : (
        <p className="text-label text-ink-muted">{t('noCards')}</p>
      )}
    </section>
  )
}

function NamedPatch({ mastery }: { mastery: Mastery }) {
  const t = useTranslations('common.mastery')
  return <MasterySwatch mastery={mastery} label={t(MASTERY_NAMES[mastery])} />
}

/** The first words of the sentence, as a heading. */
function shortened(text: string): string {
  if (text.length <= TITLE_UP_TO) return text.replace(/[.:;]$/, '')
  return `${text.slice(0, text.lastIndexOf(' ', TITLE_UP_TO)).replace(/[,.:;]$/, '')} …`
}

/** The facts of a sentence that Study can ask; the others are asked in quizzes only. */
function studyableFacts(unit: MapUnit): readonly string[] {
  return unit.facts.filter(({ hasCard }) => hasCard).map(({ id }) => id)
}
