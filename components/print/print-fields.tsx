import { useTranslations } from 'next-intl'
import { CARD_LAYOUTS, PAPERS } from '@/lib/core/item/printed-items'
import { SelectField } from '../ui/field'
import { HintedRadios } from '../ui/option-row'

type Kind = 'cards' | 'quiz' | 'facts'

type PrintFieldsProps = {
  query: { what: Kind; layout: string; paper: string; part: number; count: number; version: number }
  mayQuiz: boolean
  counts: readonly number[]
  /** Their names, from the first. */
  versions: readonly string[]
  /** The number of the first fact of each part. */
  parts: readonly number[]
}

/** What to print and how. The style sheet hides the fields of the other kinds. */
export function PrintFields({ query, mayQuiz, counts, versions, parts }: PrintFieldsProps) {
  const t = useTranslations('print')
  return (
    <>
      <KindRadios chosen={query.what} mayQuiz={mayQuiz} />
      <div data-of="cards">
        <SelectField label={t('layout')} name="layout" defaultValue={query.layout} hint={t('duplexHint')}>
          {CARD_LAYOUTS.map((layout) => (
            <option key={layout} value={layout}>
              {t(layout)}
            </option>
          ))}
        </SelectField>
      </div>
      {mayQuiz ? (
        <div data-of="quiz" className="grid gap-6">
          <SelectField label={t('count')} name="count" defaultValue={query.count}>
            {counts.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </SelectField>
          <SelectField label={t('version')} name="version" defaultValue={query.version} hint={t('versionHint')}>
            {versions.map((letter, at) => (
              <option key={letter} value={at + 1}>
                {t('versionOf', { letter })}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
      {parts.length > 1 ? (
        <div data-of="cards facts">
          <SelectField label={t('part')} name="part" defaultValue={query.part}>
            {parts.map((first, at) => (
              <option key={first} value={at + 1}>
                {t('partOf', { first })}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
      <SelectField label={t('paper')} name="paper" defaultValue={query.paper}>
        {PAPERS.map((paper) => (
          <option key={paper} value={paper}>
            {t(paper)}
          </option>
        ))}
      </SelectField>
    </>
  )
}

function KindRadios({ chosen, mayQuiz }: { chosen: Kind; mayQuiz: boolean }) {
  const t = useTranslations('print')
  const kinds = mayQuiz ? (['cards', 'quiz', 'facts'] as const) : (['cards', 'facts'] as const)
  const options = kinds.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))
  return (
    <HintedRadios legend={t('what')} name="what" chosen={chosen} options={options}>
      {mayQuiz ? null : <p className="mt-3 text-label text-ink-muted">{t('noQuiz')}</p>}
    </HintedRadios>
  )
}
