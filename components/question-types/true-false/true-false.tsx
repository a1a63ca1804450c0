import { useTranslations } from 'next-intl'
import type { Edit } from '@/lib/core/question-types/question-type'
import { type PublicTrueFalse, TRUTHS } from '@/lib/core/question-types/true-false/true-false'
import { KeyLine } from '../shared/answer-key-lines'
import { StemField } from '../shared/edit-fields'
import { singleChoice } from '../shared/options'
import type { QuestionComponents } from '../shared/question-components'

export const trueFalse: QuestionComponents<PublicTrueFalse> = {
  ...singleChoice,
  EditFields: ({ edit }: { edit: Edit }) => (
    <>
      <StemField edit={edit} stem="edit.statement" />
      <TruthField truth={edit.key[0] ?? 'True'} />
    </>
  ),
  Key: KeyLine,
}

/** Whether the statement is true, as its right answer. */
function TruthField({ truth }: { truth: string }) {
  const t = useTranslations('items')
  return (
    <fieldset className="flex flex-wrap items-center gap-x-5">
      <legend className="float-start me-5 text-label font-[500] leading-[2.75rem]">{t('edit.truth')}</legend>
      {TRUTHS.map((value) => (
        <label key={value} className="inline-flex min-h-11 items-center gap-2">
          <input type="radio" name="key" value={value} defaultChecked={truth === value} className="size-5" />
          {t(value === 'True' ? 'edit.true' : 'edit.false')}
        </label>
      ))}
    </fieldset>
  )
}
