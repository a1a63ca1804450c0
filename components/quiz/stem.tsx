import { useTranslations } from 'next-intl'
import { Gapped } from '@/components/ui/gapped'
import { type ItemType, isStatement } from '@/lib/core/question-types/registry'

/** The question's words; after the answer the key stands in its gaps. */
export function Stem({ type, text, fills }: { type: ItemType; text: string; fills?: readonly string[] }) {
  const t = useTranslations('quiz.attempt')
  return (
    <>
      {isStatement(type) ? `${t('trueFalse')} ` : null}
      <Gapped text={text} {...(fills ? { fills } : {})} />
    </>
  )
}
