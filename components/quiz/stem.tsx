import { useTranslations } from 'next-intl'
import { TextWithGaps } from '@/components/ui/text-with-gaps'
import { type ItemType, isStatement } from '@/lib/core/question-types/registry'

/** The text of the question. After the answer its gaps are filled with the key. */
export function Stem({ type, text, fills }: { type: ItemType; text: string; fills?: readonly string[] }) {
  const t = useTranslations('quiz.attempt')
  return (
    <>
      {isStatement(type) ? `${t('trueFalse')} ` : null}
      <TextWithGaps text={text} {...(fills ? { fills } : {})} />
    </>
  )
}
