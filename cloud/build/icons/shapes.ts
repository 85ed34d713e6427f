/** The mini-program's own icons: 24 units wide, drawn in strokes of 1.75. */
// prettier-ignore
export const SHAPES = {
  alert: `<path d='M12 4.2l8.8 15.3H3.2z'/><path d='M12 10v4.4M12 17h.01'/>`,
  backspace: `<path d='M9.2 5.5H19a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H9.2L3 12z'/><path d='M11.8 9.5l5 5M16.8 9.5l-5 5'/>`,
  check: `<path d='M5 12.6l4.6 4.6L19 7.2'/>`,
  clock: `<circle cx='12' cy='12' r='8.6'/><path d='M12 7.2V12l3.2 2'/>`,
  close: `<path d='M6 6l12 12M18 6L6 18'/>`,
  cup: `<path d='M5.8 4.2h12.4l-1.5 14.6a2 2 0 0 1-2 1.8H9.3a2 2 0 0 1-2-1.8z'/><path d='M6.4 10c2-1.2 3.6-1.2 5.6 0s3.6 1.2 5.6 0'/>`,
  curve: `<path d='M4 4v14.5A1.5 1.5 0 0 0 5.5 20H20'/><path d='M7.5 15.5c2.2 0 2.4-7 4.9-7s2.2 4.5 4.1 4.5S18.8 8 20 6.4'/>`,
  down: `<path d='M5 9l7 7 7-7'/>`,
  drop: `<path d='M12 3.6s6 6.2 6 10.6a6 6 0 0 1-12 0c0-4.4 6-10.6 6-10.6z'/><path d='M9.2 14.6a3 3 0 0 0 2.4 2.7'/>`,
  episodes: `<rect x='4' y='5.2' width='16' height='15' rx='2.6'/><path d='M8.2 3v4.2M15.8 3v4.2M4 10.4h16M8 14.2h4.6'/>`,
  falling: `<path d='M12 4.5v14.6M6.2 13.4l5.8 5.8 5.8-5.8'/>`,
  family: `<circle cx='9' cy='8' r='3.3'/><path d='M2.8 19.8c.2-3.7 2.8-6 6.2-6s6 2.3 6.2 6'/><path d='M15.4 5.2a3 3 0 0 1 .6 5.8M17.6 14.2c2.2.6 3.5 2.6 3.6 5.6'/>`,
  info: `<circle cx='12' cy='12' r='8.6'/><path d='M12 11v5.2M12 7.8h.01'/>`,
  lamp: `<path d='M8.2 4h7.6l3.2 8.6H5z'/><path d='M12 12.6v6.8M8 20h8'/><path d='M15.6 12.8v2.6'/>`,
  language: `<circle cx='12' cy='12' r='8.6'/><path d='M3.6 12h16.8M12 3.4c2.4 2.4 3.5 5.3 3.5 8.6s-1.1 6.2-3.5 8.6c-2.4-2.4-3.5-5.3-3.5-8.6s1.1-6.2 3.5-8.6z'/>`,
  medicine: `<path d='M9 3h6v3.4H9z'/><path d='M9 6.4c0 1.6-2 2-2 4.4v8.4A1.8 1.8 0 0 0 8.8 21h6.4a1.8 1.8 0 0 0 1.8-1.8v-8.4c0-2.4-2-2.8-2-4.4'/><path d='M12 11.6v5M9.5 14.1h5'/>`,
  minus: `<path d='M5 12h14'/>`,
  note: `<path d='M14.6 4.8l4.6 4.6L9.1 19.5H4.5v-4.6z'/><path d='M12.4 7l4.6 4.6'/>`,
  offline: `<path d='M3.6 9.6a12.5 12.5 0 0 1 4.6-2.9M20.4 9.6A12.5 12.5 0 0 0 12.5 6M6.8 13.2a8 8 0 0 1 3.6-2M17.2 13.2a8 8 0 0 0-1.7-1.2M12 17.4h.01M4 4l16 16'/>`,
  phone: `<path d='M6.1 3.6h2.7l1.6 4.3-2 1.6a11.6 11.6 0 0 0 6.1 6.1l1.6-2 4.3 1.6v2.7a2.2 2.2 0 0 1-2.3 2.2A16.6 16.6 0 0 1 3.9 5.9a2.2 2.2 0 0 1 2.2-2.3z'/>`,
  plus: `<path d='M12 5v14M5 12h14'/>`,
  retry: `<path d='M19.3 12.5a7.4 7.4 0 1 1-2-5.8'/><path d='M19.6 3.8v4.2h-4.2'/>`,
  right: `<path d='M9 5l7 7-7 7'/>`,
  rising: `<path d='M12 19.5V4.9M6.2 10.6L12 4.8l5.8 5.8'/>`,
  seizure: `<path d='M13.2 3L5.4 13.6h5.4L9.8 21l8.8-11.6h-6.2z'/>`,
  sending: `<path d='M12 15.5V5M7.4 9.4L12 4.8l4.6 4.6M5 19.4h14'/>`,
  speech: `<path d='M4 6.4A2.4 2.4 0 0 1 6.4 4h11.2A2.4 2.4 0 0 1 20 6.4v7.2a2.4 2.4 0 0 1-2.4 2.4H11l-4.6 4v-4A2.4 2.4 0 0 1 4 13.6z'/><path d='M8 8.4h8M8 11.8h5'/>`,
  steady: `<path d='M4.5 12h14.6M13.4 6.2l5.8 5.8-5.8 5.8'/>`,
  symptom: `<circle cx='12' cy='12' r='8.6'/><path d='M8.8 9.8h.01M15.2 9.8h.01M8.2 15.4c1.3-1.1 2.5-1.1 3.8 0s2.5 1.1 3.8 0'/>`,
  thermometer: `<path d='M14.4 13.9V5.4a2.4 2.4 0 0 0-4.8 0v8.5a4.2 4.2 0 1 0 4.8 0z'/><path d='M12 9v7.4'/>`,
  trash: `<path d='M4.8 7h14.4M9.6 7V4.4h4.8V7M6.8 7l.8 12a1.5 1.5 0 0 0 1.5 1.4h5.8a1.5 1.5 0 0 0 1.5-1.4l.8-12'/><path d='M10.2 11v5.4M13.8 11v5.4'/>`,
  type: `<path d='M3.5 19L8.6 5.6 13.7 19M5.4 14.2h6.4M14.6 19l3-8 3 8M15.7 16.2h3.8'/>`,
  undo: `<path d='M8.8 5.6L4.4 10l4.4 4.4'/><path d='M4.6 10h9.6a5 5 0 0 1 0 10h-3'/>`,
  unknown: `<path d='M8.7 9a3.4 3.4 0 1 1 5 3c-1.2.7-1.7 1.3-1.7 2.6'/><path d='M12 18.2h.01'/>`,
  weight: `<path d='M5.5 8.5h13l1.7 10.3a1.5 1.5 0 0 1-1.5 1.7H5.3a1.5 1.5 0 0 1-1.5-1.7z'/><circle cx='12' cy='5.8' r='2.6'/>`,
} as const

/** Marks of the ingredients, filled: shapes that tell them apart without colour, as on the chart. */
export const MARKS = {
  paracetamol: `<path d='M12 3l9 9-9 9-9-9z'/>`,
  ibuprofen: `<path d='M12 3.5L22 20.5H2z'/>`,
  other: `<circle cx='12' cy='12' r='8.5'/>`,
} as const

const OPEN = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'`

/** A stroked icon as an SVG document in one colour. */
export const strokedSvg = (shape: string, colour: string): string =>
  `${OPEN} fill='none' stroke='${colour}' stroke-width='1.75' stroke-linecap='round' stroke-linejoin='round'>${shape}</svg>`

/** A filled mark as an SVG document in one colour. */
export const filledSvg = (shape: string, colour: string): string => `${OPEN} fill='${colour}'>${shape}</svg>`
