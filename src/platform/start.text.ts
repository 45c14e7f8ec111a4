import { catalogue } from '#platform/text.ts';

/** What an operator reads in the terminal when the program cannot start: the cause, then the cure. */
export const startText = catalogue(
  {
    'node.tooOld':
      '安评需要 Node.js 24 或更高版本，当前为 {version}。请用 npm start 启动（在常见平台上会自带 Node 24），或安装 Node.js 24。',

    'config.number': '环境变量 {name} 的值“{value}”不对：应为 {min} 至 {max} 的整数。请改正，或去掉它以使用默认值。',
    'config.choice': '环境变量 {name} 的值“{value}”不对：应为 {choices} 之一。请改正，或去掉它以使用默认值。',
    'config.address': '环境变量 {name} 的值“{value}”不对：应为本机的 IP 地址或主机名，例如 127.0.0.1 或 0.0.0.0。',
    'config.databaseUrl': '环境变量 {name} 的值不是 PostgreSQL 地址：应形如 postgres://用户:密码@主机:5432/数据库。',
    'config.databaseUrls':
      '环境变量 {name} 单独出现：三个角色各用一个地址时，DATABASE_URL、DATABASE_OWNER_URL、DATABASE_PUBLIC_URL 要同时给出。',

    'http.portTaken': '端口 {port}（{host}）已被别的程序占用。请停止那个程序，或用 PORT 指定别的端口。',
    'http.addressUnavailable':
      '不能在 {host}:{port} 上监听（{detail}）。请检查 HOST 和 PORT；1024 以下的端口需要特别权限。',

    'folder.running':
      '数据文件夹 {folder} 上已有一个实例在运行（进程 {pid}，主机 {host}）：{address}。请直接使用它；要另开一个，请先停止它，或用 ANPING_DATA_DIR 指定别的文件夹。',
    'folder.foreignOwner':
      '数据文件夹 {folder} 属于用户 {owner}，而当前用户是 {user}。请以 {owner} 的身份启动，或用 ANPING_DATA_DIR 指定属于 {user} 的文件夹。',
    'folder.notWritable':
      '数据文件夹 {folder} 不能写入（{detail}）。请改正其权限，或用 ANPING_DATA_DIR 指定可写的文件夹。',
    'folder.unreachable':
      '以 root 启动时，数据库以用户 {user} 运行，它进不了 {blocker}，因而到不了数据文件夹 {folder}。请用 ANPING_DATA_DIR 指定别处的文件夹（例如 /var/lib/anping），或以普通用户启动。',

    'database.noBinaries':
      '没有适用于 {platform} 的内置 PostgreSQL。请重新运行 npm install（不要省略可选依赖）；该平台没有内置版本时，用 DATABASE_URL 指向一个 PostgreSQL 15 或更新的服务器。',
    'database.binariesFailed':
      '内置 PostgreSQL 在本机无法运行：{detail}。请用 DATABASE_URL 指向一个 PostgreSQL 15 或更新的服务器。',
    'database.noUser':
      'PostgreSQL 不能以 root 运行，本机又没有用户 postgres 或 nobody 可用。请以普通用户启动，或建立用户 postgres。',
    'database.versionDiffers':
      '{folder} 中的数据属于 PostgreSQL {found}，而本程序自带 PostgreSQL {expected}。请用原来的版本做备份（npm run -s anping -- backup），再用本版本恢复到新的数据文件夹；原数据未被改动。',
    'database.notACluster':
      '{folder} 不是完整的 PostgreSQL 数据文件夹（缺少 PG_VERSION）。请从备份恢复到新的数据文件夹，或检查磁盘；原数据未被改动。',
    'database.initFailed': '建立数据库时失败：{detail}。',
    'database.startFailed': 'PostgreSQL 未能启动：{detail}。详见 {log}。',
    'database.leftover': '上次运行留下的 PostgreSQL 进程（{pids}）停不下来。请结束它后再启动。',
    'database.gaveUp': 'PostgreSQL 在一分钟内中断了 {times} 次，不再重启。详见 {log}。',
    'database.noAnswer': '连不上数据库 {target}：{detail}。请检查 DATABASE_URL 和服务器。',
    'database.tooOld': '数据库服务器是 PostgreSQL {version}：需要 15 或更新的版本。',
    'database.locale':
      '数据库 {database} 的编码、排序或字符类型不合适（{encoding}，{collation}，{ctype}）：中文检索会失效。请用 encoding UTF8、locale C.UTF-8、template0 重新建立数据库，做法见 docs/operations.md。',
    'database.rolesMissing':
      '数据库服务器缺少角色 {roles}，用户 {user} 又无权建立。请按 docs/operations.md 运行 db/server/ 中的脚本。',
    'database.notMember':
      '数据库用户 {user} 不是角色 {roles} 的成员。请按 docs/operations.md 运行 db/server/ 中的脚本。',
    'database.notPermitted':
      '数据库用户 {user} 无权准备数据库 {database}：{detail}。请按 docs/operations.md 运行 db/server/ 中的脚本。',
    'database.wrongRole': '数据库连接以角色 {found} 运行，应为 {expected}。请检查 {variable}（docs/operations.md）。',
    'database.bypass':
      '数据库用户 {user} 可以绕过行级安全（超级用户或 BYPASSRLS），程序不以这样的用户运行。请按 docs/operations.md 建立专用的登录用户。',

    'migration.name': '迁移文件 {file} 的名称不对：应为四位编号、连字符、名称，如 0001-ground.sql，且编号不重复。',
    'migration.changed': '迁移 {file} 在执行之后被改动过。已执行的迁移不可修改：请恢复原文件，另写一个新的迁移。',
    'migration.newer': '数据库比程序新：它已执行 {file}，而程序中没有。请使用更新的程序版本。',
    'migration.outOfOrder': '迁移 {file} 的编号小于已执行的 {last}。请给它一个更大的编号。',
    'migration.failed': '迁移 {file} 第 {line} 行执行失败：{detail}。数据库停留在上一个迁移，未被改动。',
  },
  {
    'node.tooOld':
      'Anping needs Node.js 24 or newer, this is {version}. Start it with npm start (which brings Node 24 along on the common platforms), or install Node.js 24.',

    'config.number':
      'The environment variable {name} is "{value}": it must be a whole number from {min} to {max}. Correct it, or remove it to use the default.',
    'config.choice':
      'The environment variable {name} is "{value}": it must be one of {choices}. Correct it, or remove it to use the default.',
    'config.address':
      'The environment variable {name} is "{value}": it must be an IP address or host name of this machine, such as 127.0.0.1 or 0.0.0.0.',
    'config.databaseUrl':
      'The environment variable {name} is no PostgreSQL address: it should look like postgres://user:password@host:5432/database.',
    'config.databaseUrls':
      'The environment variable {name} stands alone: with an address for each role, DATABASE_URL, DATABASE_OWNER_URL and DATABASE_PUBLIC_URL must all be given.',

    'http.portTaken':
      'Another program uses port {port} of {host}. Stop that program, or choose a different port with PORT.',
    'http.addressUnavailable':
      'Cannot listen on {host}:{port} ({detail}). Check HOST and PORT; ports below 1024 need special rights.',

    'folder.running':
      'An instance is already running on the data folder {folder} (process {pid} on {host}): {address}. Use that one; for another, stop it first or choose a different folder with ANPING_DATA_DIR.',
    'folder.foreignOwner':
      'The data folder {folder} belongs to {owner}, and you are {user}. Start as {owner}, or choose a folder of {user} with ANPING_DATA_DIR.',
    'folder.notWritable':
      'The data folder {folder} cannot be written ({detail}). Correct its permissions, or choose a writable folder with ANPING_DATA_DIR.',
    'folder.unreachable':
      'Started as root, the database runs as {user}, who may not pass through {blocker} and so cannot reach the data folder {folder}. Choose a folder elsewhere with ANPING_DATA_DIR (such as /var/lib/anping), or start as an ordinary user.',

    'database.noBinaries':
      'There is no embedded PostgreSQL for {platform}. Run npm install again (without omitting optional dependencies); where the platform has none, point DATABASE_URL to a PostgreSQL server, 15 or newer.',
    'database.binariesFailed':
      'The embedded PostgreSQL does not run on this machine: {detail}. Point DATABASE_URL to a PostgreSQL server, 15 or newer.',
    'database.noUser':
      'PostgreSQL refuses to run as root, and this machine has neither a user postgres nor nobody. Start as an ordinary user, or create the user postgres.',
    'database.versionDiffers':
      'The data in {folder} belongs to PostgreSQL {found}, and this program brings PostgreSQL {expected}. Make a backup with the earlier release (npm run -s anping -- backup) and restore it into a new data folder with this one; the data has not been touched.',
    'database.notACluster':
      '{folder} is not a complete PostgreSQL data folder (PG_VERSION is missing). Restore a backup into a new data folder, or check the disk; the data has not been touched.',
    'database.initFailed': 'The database could not be created: {detail}.',
    'database.startFailed': 'PostgreSQL did not start: {detail}. See {log}.',
    'database.leftover': 'PostgreSQL processes of an earlier run ({pids}) cannot be stopped. End them and start again.',
    'database.gaveUp': 'PostgreSQL broke down {times} times within a minute and is not started again. See {log}.',
    'database.noAnswer': 'The database {target} cannot be reached: {detail}. Check DATABASE_URL and the server.',
    'database.tooOld': 'The database server is PostgreSQL {version}: 15 or newer is needed.',
    'database.locale':
      'Encoding, collation or character type of the database {database} do not fit ({encoding}, {collation}, {ctype}): Chinese text could not be searched. Create the database again with encoding UTF8, locale C.UTF-8 and template0; docs/operations.md says how.',
    'database.rolesMissing':
      'The database server lacks the roles {roles}, and the user {user} may not create them. Run the script in db/server/ as docs/operations.md says.',
    'database.notMember':
      'The database user {user} is not a member of the roles {roles}. Run the script in db/server/ as docs/operations.md says.',
    'database.notPermitted':
      'The database user {user} may not prepare the database {database}: {detail}. Run the script in db/server/ as docs/operations.md says.',
    'database.wrongRole':
      'A database connection runs as {found} and should run as {expected}. Check {variable} (docs/operations.md).',
    'database.bypass':
      'The database user {user} can bypass row-level security (superuser or BYPASSRLS), and the program does not run as such a user. Create a login of its own as docs/operations.md says.',

    'migration.name':
      'The migration file {file} is misnamed: four digits, a hyphen and a name are expected, as in 0001-ground.sql, and each number once.',
    'migration.changed':
      'The migration {file} was changed after it had been applied. Applied migrations are never edited: restore the file and write a new migration.',
    'migration.newer':
      'The database is newer than the program: it has {file}, which the program does not know. Use a newer release of the program.',
    'migration.outOfOrder':
      'The migration {file} has a lower number than {last}, which is already applied. Give it a higher number.',
    'migration.failed':
      'The migration {file} failed at line {line}: {detail}. The database stays at the migration before it, unchanged.',
  },
);

export type StartCode = keyof (typeof startText)['en'];
