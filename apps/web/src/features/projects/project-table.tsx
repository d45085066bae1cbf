import { Tag } from 'antd';
import { Link } from 'react-router';
import { type ProjectItem, stageOf } from '../../api/shapes.js';
import { useTexts } from '../../locales/use-texts.js';
import type { Texts } from '../../locales/zh.js';
import { formatWan } from '../../shared/money/yuan.js';

export function ProjectTable({ projects }: { readonly projects: readonly ProjectItem[] }) {
  const texts = useTexts();
  return (
    <table className="cards-table">
      <thead>
        <tr>
          <th scope="col">{texts.projects.name}</th>
          <th scope="col">{texts.projects.division}</th>
          <th scope="col">{texts.projects.stage}</th>
          <th scope="col" className="is-number">
            {texts.projects.amountInWan}
          </th>
          <th scope="col">{texts.projects.contractor}</th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <tr key={project.id}>
            <td className="cards-table__main">
              <Link to={`/projects/${project.id}`} className="row-link">
                {project.title}
              </Link>
              <span className="cards-table__sub">
                {project.code} · {project.purchaserName}
              </span>
            </td>
            <td data-label={texts.projects.division}>{project.divisionName}</td>
            <td data-label={texts.projects.stage}>
              <StageTag project={project} texts={texts} />
            </td>
            <td data-label={texts.projects.amount} className="is-number">
              {formatWan(project.contractAmount || project.approvedAmount || project.plannedAmount)}
            </td>
            <td data-label={texts.projects.contractor}>{project.contractorName ?? texts.common.none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function StageTag({ project, texts }: { readonly project: ProjectItem; readonly texts: Texts }) {
  const statuses: Readonly<Record<string, string>> = texts.project.status;
  const stage = stageOf(project.stage);
  if (project.status !== 'open') {
    const text = statuses[project.status] ?? project.status;
    return (
      <Tag color={project.status === 'closed' ? 'success' : 'default'}>
        {project.grade === null ? text : `${text} · ${project.grade}`}
      </Tag>
    );
  }
  return <Tag color="processing">{stage === null ? (statuses.open ?? '') : texts.stages[stage]}</Tag>;
}
