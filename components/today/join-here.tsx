import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { DiamondBand } from '@/components/ui/diamond-band'

/** No class yet: the one thing to do about it, right here. */
export function JoinHere({ action }: { action: (form: FormData) => Promise<void> }) {
  const t = useTranslations('welcome.today')
  return (
    <div className="grid gap-4 border-t pt-6">
      <DiamondBand />
      <p>{t('noClass')}</p>
      <form action={action} className="grid grid-cols-[1fr_auto] gap-2">
        <label htmlFor="code" className="col-span-2 text-label font-[500]">
          {t('code')}
        </label>
        <input
          id="code"
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          className="min-h-12 min-w-0 rounded-control border border-edge bg-surface px-3 tracking-[0.06em] hover:border-ink"
        />
        <Button type="submit">{t('join')}</Button>
      </form>
    </div>
  )
}
