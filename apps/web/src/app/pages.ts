import type { ComponentType } from 'react';

const administration = async () =>
  (await import('../features/administration/administration-page')).AdministrationPage;
const guides = async () => (await import('../features/guides/guides-page')).GuidesPage;

/**
 * Fetches the code of each page, by the pattern of its address. Nothing is imported here before it is asked for: who
 * comes with a session gets the page's code while React is still on its way.
 */
export const PAGES = {
  '/lanh-dao': async () => (await import('../features/leader/leader-page')).LeaderPage,
  '/viec-cua-toi': async () => (await import('../features/my-work/my-work-page')).MyWorkPage,
  '/tong-quan': async () => (await import('../features/capital/overview-page')).OverviewPage,
  '/canh-bao': async () => (await import('../features/alerts/alerts-page')).AlertsPage,
  '/vuong-mac': async () => (await import('../features/blockers/blockers-page')).BlockersPage,
  '/vuong-mac/:id': async () => (await import('../features/blockers/blocker-page')).BlockerPage,
  '/ghi-vuong-mac': async () => (await import('../features/blockers/open-page')).OpenBlockerPage,
  '/viec-giao': async () => (await import('../features/tasks/tasks-page')).TasksPage,
  '/viec-giao/:id': async () => (await import('../features/tasks/task-page')).TaskPage,
  '/ket-luan/moi': async () => (await import('../features/tasks/new-conclusion-page')).NewConclusionPage,
  '/ket-luan/:id': async () => (await import('../features/tasks/conclusion-page')).ConclusionPage,
  '/hop-dong': async () => (await import('../features/works-contracts/contracts-page')).ContractsPage,
  '/du-an/:id': async () => (await import('../features/projects/project-page')).ProjectPage,
  '/bao-cao': async () => (await import('../features/returns/returns-page')).ReturnsPage,
  '/bao-cao/:id': async () => (await import('../features/returns/return-page')).ReturnPage,
  '/duyet': async () => (await import('../features/review/review-page')).ReviewPage,
  '/doi-chieu': async () => (await import('../features/review/reconciliation-page')).ReconciliationPage,
  '/so-ke-hoach': async () => (await import('../features/capital/plan-ledger-page')).PlanLedgerPage,
  '/so-sanh': async () => (await import('../features/capital/comparison-page')).ComparisonPage,
  '/thu-tuan': async () => (await import('../features/digest/letters-page')).LettersPage,
  '/nam-truoc': async () => (await import('../features/capital/past-course-page')).PastCoursePage,
  '/quan-tri': administration,
  '/quan-tri/:section': administration,
  '/huong-dan': guides,
  '/huong-dan/:guide': guides,
  '/tai-khoan': async () => (await import('../features/account/account-page')).AccountPage,
} satisfies Record<string, () => Promise<ComponentType>>;

export type PagePath = keyof typeof PAGES;

/** The pattern that an address fits, `:name` standing for any one part; undefined where no page is. */
export function patternOf(address: string): PagePath | undefined {
  const parts = address.split('/');
  return (Object.keys(PAGES) as PagePath[]).find((path) => {
    const pattern = path.split('/');
    return (
      pattern.length === parts.length &&
      pattern.every((part, index) => part.startsWith(':') || part === parts[index])
    );
  });
}
