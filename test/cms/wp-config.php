<?php
// The configuration of a WordPress under test. What differs comes in the environment.
// WordPress before 5.9 reads the answers of MySQL itself, where PHP 8.1 would throw.
mysqli_report(MYSQLI_REPORT_OFF);
define('DB_NAME', getenv('TEST_DATABASE'));
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('TEST_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

define('WP_HOME', 'http://' . $_SERVER['HTTP_HOST']);
define('WP_SITEURL', WP_HOME);

// Nothing is asked of the network, and whatever PHP complains of is written down.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
// Debian’s WordPress asks for this one, which its own configuration sets.
define('WP_CORE_UPDATE', false);
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', __DIR__ . '/complaints.log');

if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
