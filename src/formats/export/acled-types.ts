/** Our types of events in the words of ACLED (codebook since March 2023): disorder type, event type, sub-event type. */
import type { EventType } from '../../claim/reading.ts';

const POLITICAL = 'Political violence';
const STRATEGIC = 'Strategic developments';
const REMOTE = 'Explosions/Remote violence';
const AGAINST = 'Violence against civilians';

/** Null: ACLED has no such event. */
export const ACLED_TYPES = {
  'air-strike': [POLITICAL, REMOTE, 'Air/drone strike'],
  shelling: [POLITICAL, REMOTE, 'Shelling/artillery/missile attack'],
  bombing: [POLITICAL, REMOTE, 'Remote explosive/landmine/IED'],
  'suicide-bombing': [POLITICAL, REMOTE, 'Suicide bomb'],
  mine: [POLITICAL, REMOTE, 'Remote explosive/landmine/IED'],
  'chemical-attack': [POLITICAL, REMOTE, 'Chemical weapon'],
  'armed-clash': [POLITICAL, 'Battles', 'Armed clash'],
  attack: [POLITICAL, AGAINST, 'Attack'],
  killing: [POLITICAL, AGAINST, 'Attack'],
  execution: [POLITICAL, AGAINST, 'Attack'],
  'sexual-violence': [POLITICAL, AGAINST, 'Sexual violence'],
  detention: [STRATEGIC, STRATEGIC, 'Arrests'],
  abduction: [POLITICAL, AGAINST, 'Abduction/forced disappearance'],
  release: [STRATEGIC, STRATEGIC, 'Other'],
  surrender: [STRATEGIC, STRATEGIC, 'Other'],
  displacement: null,
  'force-movement': [STRATEGIC, STRATEGIC, 'Other'],
  territory: [STRATEGIC, STRATEGIC, 'Non-violent transfer of territory'],
  destruction: [STRATEGIC, STRATEGIC, 'Looting/property destruction'],
  'service-cut': null,
  protest: ['Demonstrations', 'Protests', 'Peaceful protest'],
  riot: ['Demonstrations', 'Riots', 'Violent demonstration'],
  agreement: [STRATEGIC, STRATEGIC, 'Agreement'],
  'weapons-disrupted': [STRATEGIC, STRATEGIC, 'Disrupted weapons use'],
  toll: null,
  situation: null,
  other: null,
} as const satisfies Record<EventType, readonly [string, string, string] | null>;

/** ACLED's kinds of actors by ours. */
export const ACLED_INTER: Record<string, number> = {
  state: 1,
  'state-force': 1,
  police: 1,
  intelligence: 1,
  'armed-group': 2,
  militia: 3,
  political: 1,
  people: 7,
  alliance: 8,
  peacekeepers: 8,
};
