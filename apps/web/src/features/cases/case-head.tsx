import { Tag } from 'antd';
import type { CaseDetail, ProjectDetail } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { useDocumentTitle } from '../../shared/ui/document-title.js';

const COLOURS: Readonly<Record<string, string>> = {
  active: 'processing',
  open: 'processing',
  done: 'success',
  closed: 'success',
  rejected: 'default',
  failed: 'error',
};

interface CaseHeadProps {
  readonly found: CaseDetail;
  readonly project: ProjectDetail | null;
}

export function CaseHead({ found, project }: CaseHeadProps) {
  const texts = useTexts();
  useDocumentTitle(found.title);
  const status = project?.status ?? found.status;
  return (
    <div className="case-head">
      <div className="case-head__title">
        <h1>{found.title}</h1>
        <Tag color={COLOURS[status] ?? 'default'}>{statusText(status, texts)}</Tag>
        {project?.grade ? (
          <span className="grade" title={texts.projects.grade}>
            {project.grade}
          </span>
        ) : null}
      </div>
      {project === null ? null : (
        <dl className="facts">
          <Fact name={texts.projects.code} value={project.code} />
          <Fact name={texts.projects.purchaser} value={project.purchaserName} />
          <Fact name={texts.project.location} value={placeOf(project)} />
          <Fact name={texts.projects.contractor} value={project.contractorName} />
          <Fact
            name={texts.project.period}
            value={project.serviceFrom && project.serviceTo ? `${project.serviceFrom} ~ ${project.serviceTo}` : null}
          />
        </dl>
      )}
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  if (value === null || value === '') return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function placeOf(project: ProjectDetail): string {
  return [project.divisionName, project.townshipName, project.villageName].filter(Boolean).join(' ');
}

function statusText(status: string, texts: Texts): string {
  const known: Readonly<Record<string, string>> = texts.project.status;
  return known[status] ?? status;
}
