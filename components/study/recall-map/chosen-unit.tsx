import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { MasterySwatch } from '@/components/ui/mastery-swatch'
import { MASTERY_NAMES, type Mastery } from '@/lib/core/memory/scheduling/memory'
import type { MapUnit } from '@/lib/core/statistics/recall-map'
import { studyAddress } from '../study-query'

const TITLE_UP_TO = 60

/** The facts of the chosen sentence and the way to study them. In a narrow window it stands at the foot of the screen. */
export function ChosenUnit({ deckId, unit }: { deckId: string; unit: MapUnit | null }) {
  const t = useTranslations('deck.text')
  if (!unit) return <p className="border-t pt-5 text-label text-ink-muted max-lg:hidden">{t('choose')}</p>
  const asked = studyableFacts(unit)
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
          href="?"
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
        {unit.failed ? t('chosenFailed', { count, ...unit.failed }) : null}
        {unit.shade > 0 && !unit.failed ? t('chosen', { count, percent: unit.percent }) : null}
      </p>
      <ul className="mt-3 mb-4">
        {unit.facts.map(({ id, statement, mastery }) => (
          <li key={id} className="grid grid-cols-[1.25rem_1fr] gap-3 py-2 text-label leading-[1.45]">
            <span className="mt-0.5">
              <NamedPatch mastery={mastery} />
            </span>
            <span className="wrap-anywhere">{statement}</span>
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

/** A heading, not the sentence again: its first words, whole. */
function shortened(text: string): string {
  if (text.length <= TITLE_UP_TO) return text.replace(/[.:;]$/, '')
  return `${text.slice(0, text.lastIndexOf(' ', TITLE_UP_TO)).replace(/[,.:;]$/, '')} …`
}

/** The facts of a sentence that Study can ask; the others are asked in quizzes only. */
export function studyableFacts(unit: MapUnit): readonly string[] {
  return unit.facts.filter(({ hasCard }) => hasCard).map(({ id }) => id)
}
