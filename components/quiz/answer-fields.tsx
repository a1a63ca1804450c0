import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { OptionRow } from '@/components/ui/option-row'
import type { Response } from '@/lib/core/grading/response'
import { showsLetters } from '@/lib/core/item/hint'
import type { PublicItem } from '@/lib/core/item/item'
import { askedFor } from './asked-for'
import { MatchFields } from './match-fields'
import { OrderFields } from './order-fields'

const TRUE_FALSE = ['True', 'False']
const MOST_KEYS = 9

type Props = { item: PublicItem; given: Response | null; moved?: string | null }

/** Native fields for an answer that is still to be given, with what was given or begun before. */
export function AnswerFields({ item, given, moved = null }: Props) {
  switch (askedFor(item.type)) {
    case 'text':
      return <TypedFields item={item} given={given} />
    case 'pairs':
      return <MatchFields item={item} chosen={given?.kind === 'pairs' ? given.chosen : []} />
    case 'order':
      return <OrderFields entries={orderOf(item, given)} moved={moved} />
    default:
      return <OptionFields item={item} given={given} />
  }
}

/** What was begun, if it is of these entries; else as they were shown. */
function orderOf({ options }: PublicItem, given: Response | null): readonly string[] {
  if (given?.kind !== 'order') return options
  const isSame = [...given.entries].sort().join('\n') === [...options].sort().join('\n')
  return isSame ? given.entries : options
}

function OptionFields({ item, given }: { item: PublicItem; given: Response | null }) {
  const t = useTranslations('quiz.attempt')
  const options = item.options.length > 0 ? item.options : TRUE_FALSE
  const isMultiple = item.type === 'multiple'
  return (
    <>
      {isMultiple ? <p className="mb-4 text-ink-muted text-label">{t('all')}</p> : null}
      <div className="grid gap-3">
        {options.map((option, at) => (
          <OptionRow
            key={option}
            type={isMultiple ? 'checkbox' : 'radio'}
            name="answer"
            value={option}
            label={option}
            defaultChecked={isTicked(given, option)}
            {...(at < MOST_KEYS ? { keyHint: String(at + 1) } : {})}
          />
        ))}
      </div>
    </>
  )
}

function TypedFields({ item, given }: { item: PublicItem; given: Response | null }) {
  const t = useTranslations('quiz.attempt')
  const texts = given?.kind === 'text' ? given.texts : []
  const several = item.answers > 1
  return (
    <div className="grid gap-4">
      {Array.from({ length: Math.max(1, item.answers) }, (_, at) => (
        <Field
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place.
          key={at}
          name="text"
          label={labelOf(item, at, t)}
          defaultValue={texts[at] ?? ''}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={500}
          {...(item.type === 'numeric' ? { inputMode: 'decimal' as const } : {})}
        />
      ))}
      <p className="text-caption text-ink-muted">{t(noteOf(item, several))}</p>
    </div>
  )
}

function labelOf(item: PublicItem, at: number, t: ReturnType<typeof useTranslations<'quiz.attempt'>>): string {
  if (item.type === 'numeric') return t('yourNumber')
  if (item.answers < 2) return t('yourAnswer')
  return t(item.type === 'cloze' ? 'gapNumber' : 'memberNumber', { number: at + 1 })
}

function isTicked(given: Response | null, option: string): boolean {
  if (given?.kind === 'choice') return given.option === option
  return given?.kind === 'multiple' && given.options.includes(option)
}

function noteOf({ type, stem }: PublicItem, several: boolean): 'anyOrder' | 'letters' | 'slips' {
  if (several && type !== 'cloze') return 'anyOrder'
  return showsLetters(stem) ? 'letters' : 'slips'
}
