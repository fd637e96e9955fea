<?php
// Installs the WordPress of the present folder: an empty database, an administrator, an author, and
// the plugin of the recipe, activated as the page "Plugins" does it.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['PHP_SELF'] = '/wp-admin/install.php';

$database = getenv('TEST_DATABASE');
$connection = new mysqli('localhost', 'root', '', '', 0, getenv('TEST_SOCKET'));
$connection->query("DROP DATABASE IF EXISTS $database");
$connection->query("CREATE DATABASE $database CHARACTER SET utf8mb4");

/** In place of the letter to the new administrator. */
function wp_new_blog_notification()
{
}

require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install('News', 'administrator', 'administrator@news.example', true, '', getenv('TEST_PASSWORD'));
$author = wp_insert_user([
    'user_login' => 'author',
    'user_pass' => getenv('TEST_PASSWORD'),
    'user_email' => 'author@news.example',
    'role' => 'author',
]);
if (user_can($author, 'unfiltered_html') || !user_can(1, 'unfiltered_html')) {
    fwrite(STDERR, 'The author may write any HTML, or the administrator may not.');
    exit(1);
}

$fault = activate_plugin('riac-widgets.php');
if (is_wp_error($fault)) {
    fwrite(STDERR, $fault->get_error_message());
    exit(1);
}
