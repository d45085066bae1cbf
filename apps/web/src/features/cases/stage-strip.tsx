import { CheckOutlined } from '@ant-design/icons';
import { type CaseInstance, type ProjectDetail, type Stage, STAGES } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import { formatDate } from '../../shared/time/format-time.js';

type StageState = 'waiting' | 'active' | 'done' | 'stopped';

interface StageStripProps {
  readonly instances: readonly CaseInstance[];
  readonly project: ProjectDetail | null;
}

/** The five stages, where each stands, since when and until when. */
export function StageStrip({ instances, project }: StageStripProps) {
  const texts = useTexts();
  return (
    <ol className="stage-strip panel" aria-label={texts.project.progress}>
      {STAGES.map((stage, index) => {
        const instance = instances.filter((candidate) => candidate.stage === stage).at(-1);
        const state = stateOf(instance);
        return (
          <li
            key={stage}
            className={`stage-strip__item is-${state}`}
            aria-current={state === 'active' ? 'step' : undefined}
          >
            <span className="stage-strip__mark">{state === 'done' ? <CheckOutlined /> : index + 1}</span>
            <span className="stage-strip__name">{texts.stages[stage]}</span>
            <span className="stage-strip__detail">{detailOf(instance, texts.stageState[state])}</span>
            <span className="stage-strip__dates">{datesOf(instance, enteredAt(project, stage))}</span>
          </li>
        );
      })}
    </ol>
  );
}

function stateOf(instance: CaseInstance | undefined): StageState {
  if (instance === undefined) return 'waiting';
  if (instance.status === 'active') return 'active';
  return instance.status === 'done' ? 'done' : 'stopped';
}

function detailOf(instance: CaseInstance | undefined, fallback: string): string {
  const titles = instance?.active.map((state) => state.title) ?? [];
  return titles.length > 0 ? titles.join('、') : fallback;
}

function enteredAt(project: ProjectDetail | null, stage: Stage): string | null {
  return project?.stages.find((entry) => entry.stage === stage)?.enteredAt ?? null;
}

function datesOf(instance: CaseInstance | undefined, entered: string | null): string {
  const from = instance?.startedAt ?? entered;
  if (from === null) return '';
  return `${formatDate(from)} ~${instance?.endedAt ? ` ${formatDate(instance.endedAt)}` : ''}`;
}
