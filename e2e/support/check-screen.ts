import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import type { WithIdle } from './page-ready'
import { expect } from './test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Covers both colour schemes, a narrow and a wide window. */
const COMBINATIONS = [
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
] as const
/** Phones, tablets and wider screens, with widths between all breakpoints. */
const WIDTHS = [320, 360, 375, 384, 390, 400, 412, 768, 1024, 1280, 1600]
const HEIGHT = 800
const expectSoft = expect.configure({ soft: true })

/** Expects no accessibility violation on the present screen, in light and dark, narrow and wide, and no horizontal scrolling. */
export async function check(page: Page, screen: string, except: readonly string[] = []): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    // An open menu is positioned by a script, a moment after the width changes.
    await expectSoft.poll(() => overflowOf(page), `${screen}, ${width} px scrolls sideways`).toBeLessThanOrEqual(0)
  }
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  for (const { colorScheme, width } of COMBINATIONS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: HEIGHT })
    expect.soft(await violationsOn(page, except), `${screen}, ${colorScheme}, ${width} px`).toEqual([])
  }
}

/** In pixels. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

function violationsOn(page: Page, except: readonly string[]): Promise<string[]> {
  const options: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
    // Without the passed checks axe has half of the work.
    resultTypes: ['violations'],
    preload: false,
  }
  return page.evaluate(findViolations, options)
}

/** Runs in the page, after the last change is rendered and with finished animations. */
async function findViolations(options: RunOptions): Promise<string[]> {
  const isEnding = (animation: Animation) =>
    animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
  await new Promise((done) => (window as unknown as WithIdle).whenIdle(done))
  for (const animation of document.getAnimations()) if (isEnding(animation)) animation.finish()
  // Base UI's guards take the focus only to pass it on.
  const context = { exclude: ['[data-base-ui-focus-guard]'] }
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, options)
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 400)} ${failureSummary}`).join(' | ')}`,
  )
}
