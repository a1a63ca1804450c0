import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installDebianPackage } from './debian-package.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** A Chromium: named by CHROMIUM_PATH, the system's, Playwright's own, else the distribution's package. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH
  if (named) return existsSync(named) ? { path: named, found: 'named by CHROMIUM_PATH' } : null
  const own = system() ?? (await playwrights())
  if (own) return own
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
