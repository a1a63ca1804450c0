import { defineConfig, devices } from '@playwright/test'

// Background services of a browser ask for hosts of their own; none of that belongs to a test.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

// The switch replaces Playwright's own list, so that is repeated here. The two of the omnibox would start a renderer of the
// browser's own pages with each context, which takes more time than many tests.
const OFF = [
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxPopup',
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: '.build/e2e',
  globalSetup: './e2e/support/global-setup.ts',
  // Each worker has a server and a database of its own; two fill a small machine.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // What is right comes when the machine has time for it. These say only when something will not come at all.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // To record what each test does takes a tenth of the time and more; `npm run e2e -- FILE --trace on` does for one that fails.
    trace: 'off',
    // Requests that pass through a service worker are hidden from tests; those about being offline ask for one.
    serviceWorkers: 'block',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    launchOptions: {
      args: [...QUIET, `--disable-features=${OFF.join()}`],
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    },
  },
})
