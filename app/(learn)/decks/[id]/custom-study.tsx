import { getTranslations } from 'next-intl/server'
import { buttonClass } from '@/components/ui/button'
import { SelectField } from '@/components/ui/field'
import { type Chosen, writeSelection } from '@/lib/core/memory/session/selection'

type Props = { deckId: string; selections: readonly Chosen[] }

/** A form that leads to an address of Study: what is studied, and whether it may change dates. */
export async function CustomStudy({ deckId, selections }: Props) {
  const t = await getTranslations('deck.custom')
  return (
    <section aria-labelledby="custom" className="border-t pt-6">
      <h2 id="custom" className="text-lead">
        {t('title')}
      </h2>
      <form action="/study" className="mt-4 grid max-w-[24rem] gap-3">
        <input type="hidden" name="deck" value={deckId} />
        <SelectField label={t('what')} name="only">
          {selections.map((selection) => (
            <option key={writeSelection(selection)} value={writeSelection(selection) ?? ''}>
              {selection.kind === 'tag' ? t('tag', { name: selection.name }) : t(selection.kind)}
            </option>
          ))}
        </SelectField>
        <label className="flex min-h-11 items-center gap-3 text-label">
          <input type="checkbox" name="cram" value="1" className="size-5 flex-none" />
          {t('cram')}
        </label>
        <button type="submit" className={`${buttonClass('secondary', 'slim')} justify-self-start`}>
          {t('study')}
        </button>
      </form>
    </section>
  )
}
