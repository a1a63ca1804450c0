import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installDebianPackage } from './debian-package.mjs'
import { log } from './log.mjs'
import { commands } from './paths.mjs'
import { runNode } from './run-command.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

// Without a network the download would be tried for minutes.
const CONNECTION_TIMEOUT_MS = '10000'

/**
 * A Chromium: named by CHROMIUM_PATH, the system's, or Playwright's own. If there is none, Playwright's own is
 * installed, which needs no root; if that fails, the distribution's package.
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? { path: named, found: 'named by CHROMIUM_PATH' } : null
  const present = system() ?? (await playwrights())
  if (present) return present
  await installPlaywrights()
  const installed = await playwrights()
  if (installed) return installed
  return (await installDebianPackage('chromium')) ? system() : null
}

function system() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).concat(MAC)
  const path = candidates.find((candidate) => existsSync(candidate))
  return path ? { path, found: 'of the system' } : null
}

async function playwrights() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? { path, found: "Playwright's own" } : null
}

async function installPlaywrights() {
  log('Installing Playwright’s Chromium …')
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: CONNECTION_TIMEOUT_MS }
  await runNode([commands.playwright, 'install', 'chromium'], { env })
}
