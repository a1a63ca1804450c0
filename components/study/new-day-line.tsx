import { useTranslations } from 'next-intl'

/** Why there are other cards than a moment ago. It goes with the next rating; the live region has said it. */
export function NewDayLine() {
  const t = useTranslations('study')
  return <p className="bg-lit px-4 py-2 text-center text-label text-ink">{t('newDay')}</p>
}
