import { useTranslations } from 'next-intl'
import { TextAreaField } from '@/components/ui/field'
import type { Edit, Written } from '@/lib/core/question-types/question-type'
import { useFieldFault } from './field-fault'
import { REASON, SPELLINGS } from './read-edit'

const BOX = 'field-sizing-content min-h-11! bg-paper!'

type Props = {
  edit: Edit
  stem?: 'edit.stem' | 'edit.front' | 'edit.statement'
  hint?: string
}

export function StemField({ edit, stem = 'edit.stem', hint }: Props) {
  const t = useTranslations('items')
  return (
    <TextAreaField
      label={t(stem)}
      name="stem"
      error={useFieldFault('stem')}
      rows={2}
      defaultValue={edit.stem}
      className={BOX}
      {...(hint ? { hint } : {})}
    />
  )
}

type LinesProps = { edit: Edit; label?: 'edit.key' | 'edit.back'; hint?: string }

/** Right answers, one a line. */
export function KeyField({ edit: { key }, label = 'edit.key', hint }: LinesProps) {
  const t = useTranslations('items')
  return (
    <TextAreaField
      label={t(label, { count: key.length })}
      name="key"
      error={useFieldFault('key')}
      rows={Math.max(1, key.length)}
      defaultValue={key.join('\n')}
      className={BOX}
      {...(hint ? { hint } : {})}
    />
  )
}

/** Wrong options, one a line. */
export function WrongField({ edit: { wrong } }: { edit: Edit }) {
  const t = useTranslations('items')
  return (
    <TextAreaField
      label={t('edit.wrong')}
      name="wrong"
      error={useFieldFault('wrong')}
      rows={Math.max(2, wrong.length)}
      defaultValue={wrong.join('\n')}
      className={BOX}
    />
  )
}

export function StemAndKey({ edit }: { edit: Edit }) {
  return (
    <>
      <StemField edit={edit} />
      <KeyField edit={edit} />
    </>
  )
}

export function StemKeyAndWrong({ edit }: { edit: Edit }) {
  return (
    <>
      <StemAndKey edit={edit} />
      <WrongField edit={edit} />
    </>
  )
}

/** For each answer that has them, the other spellings that count. The author may remove them and add others. */
export function SpellingFields({ written, edit }: { written: Pick<Written, 'key' | 'accepted'>; edit: Edit }) {
  const t = useTranslations('items')
  return written.accepted.map((saved, at) => {
    const spellings = edit.accepted?.[at] ?? saved
    return saved.length > 0 ? (
      <TextAreaField
        // biome-ignore lint/suspicious/noArrayIndexKey: the field belongs to the answer at this place.
        key={at}
        label={t('edit.spellings', { answer: written.key[at] ?? '' })}
        name={`${SPELLINGS}${at}`}
        rows={Math.max(1, spellings.length)}
        defaultValue={spellings.join('\n')}
        className={BOX}
      />
    ) : null
  })
}

type ReasonFieldsProps = { edit: Edit; wrong: readonly string[] }

/** For each wrong option why it is wrong. Learners read it after they have chosen. */
export function ReasonFields({ edit: { reasons = {} }, wrong }: ReasonFieldsProps) {
  const t = useTranslations('items')
  return wrong.map((option) => (
    <TextAreaField
      key={option}
      label={t('edit.whyWrong', { option })}
      name={`${REASON}${option}`}
      rows={1}
      defaultValue={reasons[option] ?? ''}
      className={BOX}
    />
  ))
}
