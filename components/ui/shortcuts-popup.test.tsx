import { cleanup, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { afterEach, expect, it } from 'vitest'
import common from '@/messages/en/common.json'
import { ShortcutsPopup } from './shortcuts-popup'

function show(singleKeys?: 'on' | 'off') {
  cleanup()
  if (singleKeys) document.documentElement.dataset.singleKeys = singleKeys
  else delete document.documentElement.dataset.singleKeys
  render(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ common } as never}>
      <ShortcutsPopup groups={[]} open setOpen={() => {}} />
    </NextIntlClientProvider>,
  )
  const [link = null] = screen.queryAllByRole('link')
  return { said: screen.getByRole('dialog').textContent, link: link?.textContent, href: link?.getAttribute('href') }
}

afterEach(() => {
  delete document.documentElement.dataset.singleKeys
})

it('links to the setting of single keys, whether they are on or off', () => {
  expect(show('on')).toMatchObject({ link: 'Turn them off in Settings', href: '/account' })
  expect(show('off')).toMatchObject({ link: 'Turn them on in Settings', href: '/account' })
})

it('tells a stranger when there will be settings', () => {
  const { said, link } = show()
  expect(link).toBeUndefined()
  expect(said).toContain('in Settings, on the Account page, once you have rated a card or have an account.')
})
