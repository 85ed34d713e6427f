import type { Texts } from '../texts/texts.ts'

const TITLES: Readonly<Record<string, (texts: Texts) => string>> = {
  'pages/curve/curve': ({ tabs }) => tabs.curve,
  'pages/episodes/episodes': ({ tabs }) => tabs.episodes,
  'pages/family/family': ({ tabs }) => tabs.family,
  'package-more/pages/episode/episode': ({ episode }) => episode.title,
  'pages/fit/fit': ({ fit }) => fit.title,
  'package-more/pages/questions/questions': ({ questions }) => questions.title,
  'package-chart/pages/wide/wide': ({ curve }) => curve.chart,
}

/** What the bar above a page says; any page without words of its own bears the name of the app. */
export const pageTitle = (path: string, texts: Texts): string => TITLES[path]?.(texts) ?? texts.name

/** What stands under the icons of the tab bar, in its order. */
export const tabTexts = ({ tabs }: Texts): readonly string[] => [tabs.now, tabs.curve, tabs.episodes, tabs.family]
