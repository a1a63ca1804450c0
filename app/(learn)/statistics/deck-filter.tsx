import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import type { DeckId } from '@/lib/core/ids'

type Props = { decks: readonly { readonly id: DeckId; readonly title: string }[]; chosen: DeckId | null }

/** A form that asks for the same page, so that the address keeps what is chosen. */
export async function DeckFilter({ decks, chosen }: Props) {
  const t = await getTranslations('statistics')
  return (
    <form action="/statistics" className="flex flex-wrap items-end gap-3">
      <div className="w-full max-w-sm min-w-0">
        <SelectField key={chosen} name="deck" label={t('filter')} defaultValue={chosen ?? ''}>
          <option value="">{t('allDecks')}</option>
          {decks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
      </div>
      <Button type="submit">{t('show')}</Button>
    </form>
  )
}
