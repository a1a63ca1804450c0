import { useTranslations } from 'next-intl'
import { OptionRow } from '@/components/ui/option-row'

export type QuizMode = 'practice' | 'test'

/** Practice or Test, each with what it means. */
export function ModeFields({ chosen = 'practice' }: { chosen?: QuizMode }) {
  const t = useTranslations('quiz.mode')
  return (
    <fieldset>
      <legend className="mb-3 font-[500] text-label">{t('legend')}</legend>
      <div className="grid gap-3">
        {(['practice', 'test'] as const).map((mode) => (
          <OptionRow
            key={mode}
            type="radio"
            name="mode"
            value={mode}
            defaultChecked={mode === chosen}
            label={
              <>
                <span className="block font-semibold">{t(mode)}</span>
                <span className="block text-ink-muted text-label">{t(`${mode}Hint`)}</span>
              </>
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
