import { expect, type Page, test } from '@playwright/test'
import { type OidcIssuer, startOidcIssuer } from './support/oidc-issuer'
import { anAccount, signUp } from './support/people'
import { copyOfTemplate, freePort, type SeededServer, startSeededServer } from './support/start-server'

const CLIENT_ID = 'bilim'

let issuer: OidcIssuer
let server: SeededServer

test.beforeAll(async () => {
  issuer = await startOidcIssuer({ sub: 'person-1', name: 'Dastan' }, CLIENT_ID)
  const port = String(await freePort())
  server = await startSeededServer(copyOfTemplate(), {
    PORT: port,
    NEXTAUTH_URL: `http://localhost:${port}`,
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_NAME: 'the school',
  })
})

test.afterAll(async () => {
  await server.stop()
  issuer.close()
})

for (const javaScriptEnabled of [true, false]) {
  test(`one click signs in with the school’s provider, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ baseURL: server.url, javaScriptEnabled })).newPage()
    await page.goto('/sign-in?from=%2Faccount')
    await page.getByRole('button', { name: /the school/ }).click()
    await expect(page).toHaveURL(/\/account$/)
    await expect(page.getByRole('heading', { name: 'Dastan', level: 1 })).toBeVisible()
    expect(await sessionName(page)).toBe('Dastan')
    await page.context().close()
  })
}

test('NextAuth’s own endpoint signs in with a password and refuses a session that was ended', async ({ browser }) => {
  const account = anAccount('Jyldyz')
  const home = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signUp(home, account)
  const script = await (await browser.newContext({ baseURL: server.url })).newPage()
  const signIn = async (password: string) => {
    const { csrfToken } = await (await script.request.get('/api/auth/csrf')).json()
    const form = { csrfToken, email: account.email, password, json: 'true' }
    return script.request.post('/api/auth/callback/password', { form })
  }
  expect((await signIn('not the password')).status()).toBe(401)
  expect(await sessionName(script)).toBeNull()
  expect((await signIn(account.password)).status()).toBe(200)
  expect(await sessionName(script)).toBe('Jyldyz')
  await home.goto('/account')
  await home.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(home.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  expect(await sessionName(script)).toBeNull()
})

async function sessionName(page: Page): Promise<string | null> {
  const session = await (await page.request.get('/api/auth/session')).json()
  return session.user?.name ?? null
}
