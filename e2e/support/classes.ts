import { expect, type Page } from './test'

export type Class = { id: string; code: string }

export async function makeClass(page: Page, name: string): Promise<Class> {
  await page.goto('/classes')
  const opener = page.getByRole('link', { name: 'New class' })
  if (await opener.isVisible()) await opener.click()
  await page.getByLabel('Class name').fill(name)
  await page.getByRole('button', { name: 'Create class' }).click()
  await expect(page).toHaveURL(/\/classes\/[0-9a-f-]{36}/)
  await expect(page.getByRole('heading', { name })).toBeVisible()
  const code = (await page.getByRole('main').innerText()).match(/[A-Z]{3}-\d{3}/)?.[0]
  const id = new URL(page.url()).pathname.split('/')[2]
  if (!code || !id) throw new Error('The page of the new class shows no code.')
  return { id, code }
}

export async function assign(page: Page, deck: string, kind: 'Study' | 'quiz' | 'test' = 'Study'): Promise<void> {
  await page.getByRole('link', { name: 'Assign' }).first().click()
  await page.getByLabel('Deck').selectOption({ label: deck })
  await page.getByRole('radio', { name: kind === 'Study' ? /Study/ : /quiz/ }).check()
  if (kind === 'test') await page.getByLabel('In the quiz', { exact: true }).selectOption('test')
  await page.getByRole('button', { name: 'Assign' }).click()
  await expect(page).toHaveURL(/\/classes\/[0-9a-f-]{36}\?deck=/)
  await expect(page.getByText('Nothing is assigned yet')).toHaveCount(0)
}

/** As a learner with nothing but the code and a name; returns the personal return code. */
export async function join(page: Page, code: string, name: string): Promise<string> {
  await page.goto('/join')
  await page.getByLabel('Class code').fill(code)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your return code' })).toBeVisible()
  const returnCode = (await page.getByRole('main').innerText()).match(/\b[a-z]{4}(?:\s+[a-z]{4}){3}\b/)?.[0]
  if (!returnCode) throw new Error('No return code is shown.')
  return returnCode
}
