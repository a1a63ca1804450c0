import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { PublicMatching } from '@/lib/core/question-types/matching/matching'
import { linesToPairs } from '@/lib/core/question-types/matching/pair'
import type { AnswerSpace, Edit, Written } from '@/lib/core/question-types/question-type'
import { letterOf } from '@/lib/core/shared/option-rows'
import { WrongOptions } from '../shared/answer-key-lines'
import { PrintedRows } from '../shared/answer-spaces-on-paper'
import { AnsweredRows, MissedRows } from '../shared/answered-rows'
import { KeyField, StemField, WrongField } from '../shared/edit-fields'
import type { QuestionComponents } from '../shared/question-components'
import { MatchFields } from './match-fields'

export const matching: QuestionComponents<PublicMatching> = {
  AnswerFields: ({ content, given }) => (
    <MatchFields content={content} chosen={given?.kind === 'pairs' ? given.chosen : []} />
  ),
  Answered: AnsweredRows,
  Missed: MissedRows,
  EditFields: PairFields,
  Key: Pairs,
  Printed: PrintedPairs,
}

function PairFields({ edit }: { edit: Edit }) {
  const t = useTranslations('items.edit')
  return (
    <>
      <StemField edit={edit} />
      <KeyField edit={edit} hint={t('pairHint')} />
      <WrongField edit={edit} />
    </>
  )
}

function Pairs({ written, isRejected }: { written: Written; isRejected: boolean }) {
  const pairs = linesToPairs(written.key, written.options) ?? []
  const wrong = written.options.filter((option) => pairs.every(({ right }) => right !== option))
  return (
    <>
      <ul className={clsx('mt-1 grid gap-1', isRejected && 'line-through')}>
        {pairs.map(({ left, right }) => (
          <li key={`${left} ${right}`} className="ps-5 -indent-5">
            {left} <span className="text-ink-muted">→</span> <b className="font-semibold">{right}</b>
          </li>
        ))}
      </ul>
      {wrong.length > 0 ? <WrongOptions options={wrong} reasons={written.distractorReasons} /> : null}
    </>
  )
}

function PrintedPairs({ space }: { space: AnswerSpace }) {
  if (space.kind !== 'letters') return null
  return (
    <>
      <PrintedRows rows={space.prompts} mark="blank" />
      <ul className="mt-2">
        {space.options.map((option, at) => (
          <li key={option}>{`${letterOf(at)}. ${option}`}</li>
        ))}
      </ul>
    </>
  )
}
