import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const COLOURS = ['color-contrast', 'link-in-text-block']
const WIDTHS = [320, 1280]

/** The screen as it stands: in light and dark, narrow and wide, no violation and no sideways scrolling. */
export async function check(page: Page, screen: string, except: readonly string[] = []): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      await page.waitForTimeout(150)
      const where = `${screen}, ${colorScheme}, ${width} px`
      // The dark changes colours and nothing else.
      const { violations } = await axeOn(page, except, colorScheme === 'dark').analyze()
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 400)} ${failureSummary}`).join(' | ')}`,
      )
      expect.soft(found, where).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

function axeOn(page: Page, except: readonly string[], coloursOnly: boolean): AxeBuilder {
  const builder = new AxeBuilder({ page }).exclude('[data-base-ui-focus-guard]')
  if (coloursOnly) return builder.withRules(COLOURS.filter((rule) => !except.includes(rule)))
  // Base UI's guards take the focus only to hand it on at once.
  return builder.withTags(TAGS).disableRules([...except])
}
