import { fireEvent, render, screen } from '@testing-library/react'
import { SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime'
import { NextIntlClientProvider } from 'next-intl'
import { describe, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import deck from '@/messages/en/deck.json'
import type { SettingsState } from '../items/deck-settings'
import { withImportedAgain } from './import-event'
import { ImportedBefore } from './imported-before'

type Case = Parameters<typeof withImportedAgain>
const ASKED = { title: 'Lakes', depth: 'balanced' }
const OPENED: Case[1] = { begun: 'nothing', complete: true }

function show(imported: Case[1], asked: Case[2], renamed: SettingsState['kind'] = 'renamed') {
  const { search } = new URL(withImportedAgain('/decks/d', imported, asked), 'http://localhost')
  const rename = async () => ({ kind: renamed }) as SettingsState
  return render(
    <SearchParamsContext value={new URLSearchParams(search)}>
      <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common, deck } as never}>
        <ImportedBefore {...{ deckId: 'd', title: 'Lakes', depth: 'balanced', importedAt: new Date(0), rename }} />
      </NextIntlClientProvider>
    </SearchParamsContext>,
  ).container
}

describe('a text that was imported again', () => {
  it.each<[Case[1]['begun'], boolean, string]>([
    ['nothing', true, 'its deck was opened and nothing was made anew'],
    ['nothing', false, 'It was not read to its end yet'],
    ['rest', true, 'the rest of it was read now'],
    ['model', false, 'the model was asked to read the text'],
  ])('says what began: %s, complete: %s', (begun, complete, sentence) => {
    const { textContent } = show({ begun, complete }, ASKED)
    expect(textContent).toContain(sentence)
    expect(textContent?.includes('nothing was made anew')).toBe(begun === 'nothing' && complete)
    expect(textContent).not.toContain('was not used')
  })

  it('says that another depth was not used', () => {
    expect(show(OPENED, { ...ASKED, depth: 'key' }).textContent).toContain('“Key points” was not used')
  })

  it('says why the new title was not taken', async () => {
    show(OPENED, { ...ASKED, title: 'Lakes and ice' }, 'gone')
    fireEvent.click(screen.getByRole('button', { name: 'Use the new title' }))
    expect((await screen.findByText(/^Not renamed/)).closest('[role=alert]')).not.toBeNull()
  })
})
