import { useTranslations } from 'next-intl'
import { HintedRadios } from '@/components/ui/option-row'

export type QuizMode = 'practice' | 'test'

/** Practice or Test, each with what it means. */
export function ModeFields({ chosen = 'practice' }: { chosen?: QuizMode }) {
  const t = useTranslations('quiz.mode')
  const options = (['practice', 'test'] as const).map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }))
  return <HintedRadios legend={t('legend')} name="mode" chosen={chosen} options={options} />
}
