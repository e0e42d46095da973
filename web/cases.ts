/** Cases of the ledger, for the switch in the header and for keeping a report. */
import { signal } from '@preact/signals';
import type { CaseRow, Method, Page } from '../src/http/client.ts';
import { ask } from './api.ts';
import { caseName } from './router.ts';

export const cases = signal<CaseRow[]>([]);
/** The case that the server takes when none is named. */
export const ownCase = signal<string | null>(null);

export function loadCases(): void {
  ask<Page<CaseRow>>('/api/cases').then(
    ({ items }) => {
      cases.value = items;
    },
    () => {},
  );
  if (ownCase.value === null)
    ask<Method>('/api/method').then(
      (method) => {
        ownCase.value = method.case;
      },
      () => {},
    );
}

export const shownCase = (): string | null => caseName.value ?? ownCase.value;
